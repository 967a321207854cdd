package parley.core.quality.motion;

import java.util.Optional;

/**
 * A picture that was shown.
 *
 * @param nanos when, on the clock of the record
 * @param frame number burnt into it; empty where none could be read
 */
public record Showing(long nanos, int width, int height, Optional<BurntIn> frame) {
  /**
   * What the sender wrote into the picture.
   *
   * @param number of the picture, modulo 2²⁴
   * @param millis its media time, modulo 2²⁴ ms
   */
  public record BurntIn(int number, long millis) {}
}
