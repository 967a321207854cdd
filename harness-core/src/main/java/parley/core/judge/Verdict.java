package parley.core.judge;

/** What a case comes to. Where it stands (planned, finished, interrupted) is something else. */
public enum Verdict {
  PASS,
  FAIL,
  WARNING,
  /** It could not be decided. */
  INCONCLUSIVE,
  /** The candidate was declared not to do this. */
  NOT_APPLICABLE,
  /** The laboratory's fault, never the device's. */
  ERROR
}
