package parley.core.suite;

/** Where a case stands, which is something else than what it came to. */
public enum LifeCycle {
  PLANNED,
  RUNNING,
  FINISHED,
  /**
   * It began and did not end, or never began: the run was stopped or the laboratory was not fit.
   */
  INTERRUPTED
}
