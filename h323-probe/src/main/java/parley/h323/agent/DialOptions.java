package parley.h323.agent;

import java.util.Set;
import java.util.function.UnaryOperator;
import parley.core.call.MediaKind;
import parley.h323.h225.SetupUUIE;

/**
 * How a call is set up.
 *
 * @param fastStart media channels are proposed in the Setup (H.323 8.1.7)
 * @param tunnelling H.245 goes inside H.225.0 where the other side does so too (8.2.1)
 * @param namesDestination the Setup says at which address it was sent
 * @param early the Setup names the address of H.245, so that it may begin before the call is
 *     answered
 * @param edit what is done to the Setup last
 * @param refuses channels of these kinds are refused although we said that we receive them
 */
public record DialOptions(
    boolean fastStart,
    boolean tunnelling,
    boolean namesDestination,
    boolean early,
    UnaryOperator<SetupUUIE.Builder> edit,
    Set<MediaKind> refuses) {
  /** What most terminals do: tunnelling, no fast start. */
  public static final DialOptions USUAL = new DialOptions(false, true, true);

  public static final DialOptions FAST = new DialOptions(true, true, true);

  /** H.245 on a connection of its own. */
  public static final DialOptions SEPARATE = new DialOptions(false, false, true);

  /** The same, from the Setup on. */
  public static final DialOptions EARLY =
      new DialOptions(false, false, true, true, UnaryOperator.identity(), Set.of());

  /** The Setup does not say at which address it was sent. */
  public static final DialOptions WITHOUT_DESTINATION = new DialOptions(false, true, false);

  public DialOptions {
    refuses = Set.copyOf(refuses);
  }

  public DialOptions(boolean fastStart, boolean tunnelling, boolean namesDestination) {
    this(fastStart, tunnelling, namesDestination, false, UnaryOperator.identity(), Set.of());
  }

  /** As usual but for what {@code edit} does to the Setup. */
  public static DialOptions edited(UnaryOperator<SetupUUIE.Builder> edit) {
    return new DialOptions(false, true, true, false, edit, Set.of());
  }

  public DialOptions refusing(MediaKind... kinds) {
    return new DialOptions(fastStart, tunnelling, namesDestination, early, edit, Set.of(kinds));
  }
}
