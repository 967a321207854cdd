package parley.core.judge;

/** What a reader must know beside the verdict. */
public enum Flag {
  /** It needed a codec or feature with no published standard. */
  PROPRIETARY,
  /** One side was a simulator: it says nothing about a vendor's product. */
  SIMULATED
}
