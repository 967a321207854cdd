package parley.core.suite.checks;

import parley.core.wire.Octets;

/**
 * How evenly the octets of packets are spread: all of them and those that begin a packet. Those of
 * a cipher are. Coded speech comes near the first by chance, and no codec near the second: its
 * headers say the same again and again.
 */
final class EvenSpread {
  private static final int VALUES = 256;

  /** Fewer say nothing: each value ought to come five times at least. */
  static final int LEAST_OCTETS = 5 * VALUES;

  /**
   * The most that chi-square with 255 degrees of freedom comes to. Mean 255, deviation 22.6: a
   * cipher exceeds this by chance less than once in a million million calls.
   */
  static final int MOST = 500;

  private final long[] all = new long[VALUES];
  private final long[] first = new long[VALUES];
  private long octets;
  private long packets;

  void add(Octets payload) {
    for (int i = 0; i < payload.length(); i++) {
      all[payload.u8(i)]++;
    }
    octets += payload.length();
    if (!payload.isEmpty()) {
      first[payload.u8(0)]++;
      packets++;
    }
  }

  boolean tells() {
    return octets >= LEAST_OCTETS;
  }

  /** True where this may be a cipher's. */
  boolean even() {
    return ofAll() <= MOST && ofFirst() <= MOST;
  }

  private double ofAll() {
    return chiSquare(all, octets);
  }

  private double ofFirst() {
    return chiSquare(first, packets);
  }

  private static double chiSquare(long[] counts, long number) {
    double expected = (double) number / VALUES;
    double sum = 0;
    for (long count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }

  @Override
  public String toString() {
    return "chi-square "
        + Math.round(ofAll())
        + " over "
        + octets
        + " octets and "
        + Math.round(ofFirst())
        + " over those that begin a packet";
  }
}
