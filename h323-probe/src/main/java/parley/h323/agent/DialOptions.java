package parley.h323.agent;

/**
 * How a call is set up.
 *
 * @param fastStart media channels are proposed in the Setup (H.323 8.1.7)
 * @param tunnelling H.245 goes inside H.225.0 where the other side does so too (8.2.1)
 * @param namesDestination the Setup says at which address it was sent
 */
public record DialOptions(boolean fastStart, boolean tunnelling, boolean namesDestination) {
  /** What most terminals do: tunnelling, no fast start. */
  public static final DialOptions USUAL = new DialOptions(false, true, true);

  public static final DialOptions FAST = new DialOptions(true, true, true);

  /** H.245 on a connection of its own. */
  public static final DialOptions SEPARATE = new DialOptions(false, false, true);
}
