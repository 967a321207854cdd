package parley.core.quality.motion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How long things took, by the times and numbers burnt into the pictures. */
public final class MotionDelay {
  private static final long MODULUS = 1 << 24;

  private MotionDelay() {}

  /**
   * From the picture before our camera to the picture on their screen, ms, of each picture that was
   * shown for the first time.
   *
   * @param epochNanos when the sender's media time was 0, on the clock of the record; the sender
   *     and the record must share it
   */
  public static Optional<Spread> glassToGlass(List<Showing> pictures, long epochNanos) {
    return Spread.of(
        Pictures.fresh(pictures).stream()
            .flatMap(
                picture ->
                    picture.frame().stream()
                        .map(frame -> lateMillis(picture.nanos() - epochNanos, frame.millis())))
            .mapToDouble(delay -> delay)
            .toArray());
  }

  /** Media time goes round each 4.66 hours; of the delays that fit the one nearest to 0 is it. */
  private static double lateMillis(long nanos, long millis) {
    double delay = nanos / 1e6 - millis;
    return delay - Math.rint(delay / MODULUS) * MODULUS;
  }

  /** From {@code startNanos} to the first picture, ns. */
  public static OptionalLong toFirst(List<Showing> pictures, long startNanos) {
    return pictures.stream()
        .mapToLong(Showing::nanos)
        .filter(nanos -> nanos >= startNanos)
        .map(nanos -> nanos - startNanos)
        .findFirst();
  }

  /**
   * From a loss to the first picture that is whole again, ns; empty where none came.
   *
   * @param wholeNanos times of the pictures that decoded without error, ascending
   */
  public static OptionalLong toRecover(List<Long> wholeNanos, long lossNanos) {
    return wholeNanos.stream()
        .mapToLong(nanos -> nanos)
        .filter(nanos -> nanos > lossNanos)
        .map(nanos -> nanos - lossNanos)
        .findFirst();
  }
}
