package parley.core.evidence;

/** A bundle could not be written or read. The message says what, where, and what to do about it. */
public final class EvidenceFailure extends Exception {
  public EvidenceFailure(String message) {
    super(message);
  }

  public EvidenceFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
