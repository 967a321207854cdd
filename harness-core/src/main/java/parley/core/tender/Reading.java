package parley.core.tender;

/** How a table with unknown cells is read: what holds under both readings is sure. */
public enum Reading {
  /** Everything unknown fails: only what is known to be met counts. */
  UNKNOWN_FAILS,
  /** Everything unknown is met: only what is known to fail counts. */
  UNKNOWN_MEETS
}
