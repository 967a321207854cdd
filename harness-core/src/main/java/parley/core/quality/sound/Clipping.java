package parley.core.quality.sound;

/**
 * Samples that stand at the end of the scale: three or more in a row at one and the same greatest
 * amplitude, which is near full scale or, where a sender clipped earlier and then attenuated, the
 * greatest of the signal.
 *
 * @param runs how many such rows there are
 * @param clipped samples in them
 * @param samples how many were looked at
 */
public record Clipping(long runs, long clipped, int samples) {
  private static final int LEAST_RUN = 3;

  /** Below this a plateau is quiet sound, not clipping: −30 dBov. */
  private static final int LEAST_AMPLITUDE = 1036;

  public static Clipping of(short[] sound) {
    int high = 0;
    int low = 0;
    for (short sample : sound) {
      high = Math.max(high, sample);
      low = Math.min(low, sample);
    }
    long runs = 0;
    long clipped = 0;
    int at = 0;
    while (at < sound.length) {
      int end = at + 1;
      while (end < sound.length && sound[end] == sound[at]) {
        end++;
      }
      boolean extreme =
          (sound[at] == high && high >= LEAST_AMPLITUDE)
              || (sound[at] == low && low <= -LEAST_AMPLITUDE);
      if (extreme && end - at >= LEAST_RUN) {
        runs++;
        clipped += end - at;
      }
      at = end;
    }
    return new Clipping(runs, clipped, sound.length);
  }

  /** Part of the samples, 0 to 1. */
  public double part() {
    return samples == 0 ? 0 : (double) clipped / samples;
  }
}
