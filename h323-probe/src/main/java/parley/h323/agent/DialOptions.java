package parley.h323.agent;

import java.util.Set;
import parley.core.call.MediaKind;

/**
 * How a call is set up.
 *
 * @param fastStart media channels are proposed in the Setup (H.323 8.1.7)
 * @param tunnelling H.245 goes inside H.225.0 where the other side does so too (8.2.1)
 * @param namesDestination the Setup says at which address it was sent
 * @param refuses channels of these kinds are refused although we said that we receive them
 */
public record DialOptions(
    boolean fastStart, boolean tunnelling, boolean namesDestination, Set<MediaKind> refuses) {
  /** What most terminals do: tunnelling, no fast start. */
  public static final DialOptions USUAL = new DialOptions(false, true, true);

  public static final DialOptions FAST = new DialOptions(true, true, true);

  /** H.245 on a connection of its own. */
  public static final DialOptions SEPARATE = new DialOptions(false, false, true);

  public DialOptions {
    refuses = Set.copyOf(refuses);
  }

  public DialOptions(boolean fastStart, boolean tunnelling, boolean namesDestination) {
    this(fastStart, tunnelling, namesDestination, Set.of());
  }

  public DialOptions refusing(MediaKind... kinds) {
    return new DialOptions(fastStart, tunnelling, namesDestination, Set.of(kinds));
  }
}
