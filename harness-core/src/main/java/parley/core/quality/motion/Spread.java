package parley.core.quality.motion;

import java.util.Arrays;
import java.util.Optional;

/**
 * How values lie.
 *
 * @param count how many there are, at least 1
 * @param high 95 % are not above it (nearest rank)
 */
public record Spread(long count, double least, double mean, double high, double most) {
  /** Of values; empty where there are none. */
  public static Optional<Spread> of(double... values) {
    if (values.length == 0) {
      return Optional.empty();
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(0.95 * sorted.length) - 1;
    return Optional.of(
        new Spread(
            sorted.length,
            sorted[0],
            Arrays.stream(sorted).average().orElse(0),
            sorted[rank],
            sorted[sorted.length - 1]));
  }
}
