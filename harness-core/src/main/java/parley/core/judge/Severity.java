package parley.core.judge;

/** What a violated check means for its case; the plan says it, never the check. */
public enum Severity {
  FAIL,
  WARNING,
  INFO
}
