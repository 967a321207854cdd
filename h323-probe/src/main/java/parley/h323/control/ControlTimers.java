package parley.h323.control;

import java.time.Duration;

/**
 * How long the session waits for answers. H.245 names the timers and leaves their values open.
 *
 * @param capabilities T101
 * @param determination T106
 * @param channel T103
 * @param close T108
 * @param mode T109
 * @param roundTrip T105
 * @param contentToken for an answer of H.239
 * @param determinations N100, how often master and slave are determined before giving up
 */
public record ControlTimers(
    Duration capabilities,
    Duration determination,
    Duration channel,
    Duration close,
    Duration mode,
    Duration roundTrip,
    Duration contentToken,
    int determinations) {

  public static ControlTimers usual() {
    return new ControlTimers(
        Duration.ofSeconds(15),
        Duration.ofSeconds(15),
        Duration.ofSeconds(15),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        10);
  }
}
