package parley.core.call;

/** Whether a side wants its media protected: H.235.6 over H.323, SRTP over SIP. */
public enum ProtectionPolicy {
  /** Nothing is said about it, and nothing accepted. */
  NONE,
  /** Protected where both sides can, in clear where not. */
  WHEN_POSSIBLE,
  /** Protected or not at all. */
  REQUIRED;

  /** As a plan writes it, such as {@code when-possible}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
