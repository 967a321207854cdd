package parley.h323.per;

/**
 * What a decoder accepts from a wire that may be hostile. A message over a limit is malformed.
 *
 * @param octets longest message
 * @param depth deepest nesting of types
 * @param values most values in one message, each component and list element counted
 */
public record PerLimits(int octets, int depth, int values) {
  /** A TPKT holds at most 65,531 octets; the deepest path through H.245 is below 40. */
  public static final PerLimits USUAL = new PerLimits(65_535, 64, 20_000);

  public PerLimits {
    if (octets < 1 || depth < 1 || values < 1) {
      throw new IllegalArgumentException("limits must be at least 1");
    }
  }
}
