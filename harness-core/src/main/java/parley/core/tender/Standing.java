package parley.core.tender;

/** Whether a product meets a line. */
public enum Standing {
  MEETS,
  FAILS,
  /** Nobody knows; never the same as {@link #FAILS}. */
  UNKNOWN
}
