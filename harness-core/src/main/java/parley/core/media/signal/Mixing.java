package parley.core.media.signal;

/** A number that looks random but is always the same for the same number. */
final class Mixing {
  private Mixing() {}

  /** The finaliser of SplitMix64. */
  static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** A fraction of 0 (inclusive) to 1 (exclusive) for the {@code which}th question about value. */
  static double fraction(long value, int which) {
    return (mix(mix(value) + which) >>> 11) * 0x1.0p-53;
  }
}
