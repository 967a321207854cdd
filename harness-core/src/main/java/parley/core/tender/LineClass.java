package parley.core.tender;

/** What a line of a specification is worth, as far as it is known. */
public enum LineClass {
  /** The installed base needs it, and it was measured. */
  GROUNDED,
  /** A case could show it; none has. */
  MEASURABLE,
  /** It needs something without a published standard, and measured calls do without it. */
  RESTRICTIVE,
  /** No call shows it: body, sockets, paper. */
  NOT_NETWORK,
  /** Nothing at hand decides. */
  UNKNOWN
}
