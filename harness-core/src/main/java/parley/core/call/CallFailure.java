package parley.core.call;

/** The other side did not do what the script waited for; the message says what came instead. */
public final class CallFailure extends Exception {
  public CallFailure(String message) {
    super(message);
  }

  public CallFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
