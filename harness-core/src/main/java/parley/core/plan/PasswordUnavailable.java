package parley.core.plan;

/** A password is not where the plan says; the message names the place and what to do. */
public final class PasswordUnavailable extends Exception {
  public PasswordUnavailable(String message) {
    super(message);
  }

  public PasswordUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
