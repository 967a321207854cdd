package parley.core.suite;

/** What a case needs of the laboratory beside a candidate that answers calls by itself. */
public enum Need {
  /**
   * The candidate is set up to register with the harness; {@code candidate.account} in the plan.
   */
  REGISTRATION("a candidate that registers with the harness (plan: candidate.account)"),
  /** An address of the candidate that rings and is not answered; {@code candidate.ringing}. */
  RINGING_ADDRESS("an address that rings without being answered (plan: candidate.ringing)"),
  /** Somebody or something ends the call at the candidate; {@code candidate.actions.hang-up}. */
  HANG_UP_ACTION("a way to hang up at the candidate (plan: candidate.actions.hang-up)"),
  /**
   * Somebody or something shows content at the candidate and stops it; {@code
   * candidate.actions.show-content} and {@code stop-content}.
   */
  CONTENT_ACTIONS(
      "a way to show content at the candidate and to stop it"
          + " (plan: candidate.actions.show-content and stop-content)");

  private final String text;

  Need(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
