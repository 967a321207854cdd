package parley.core.record;

import java.math.BigInteger;

/**
 * An interface of a section.
 *
 * @param snapLength 0 for no limit
 * @param resolution as {@code if_tsresol} has it: a power of 10, or of 2 with the upper bit set
 * @param offsetSeconds added to each time
 */
record PcapngInterface(int linkType, long snapLength, int resolution, long offsetSeconds) {
  private static final long NANOS = 1_000_000_000L;
  private static final BigInteger LAST = BigInteger.valueOf(Long.MAX_VALUE);

  /** Nanoseconds since 1970; a time that does not fit 64 bits becomes the last that does. */
  long nanos(long ticks) {
    if (resolution == 9 && offsetSeconds == 0 && ticks >= 0) {
      return ticks;
    }
    // What nearly every capture has, without the arithmetic of any other.
    if (resolution == 6 && offsetSeconds == 0 && ticks >= 0 && ticks <= Long.MAX_VALUE / 1000) {
      return 1000 * ticks;
    }
    int power = resolution & 0x7f;
    BigInteger unit =
        (resolution & 0x80) == 0 ? BigInteger.TEN.pow(power) : BigInteger.ONE.shiftLeft(power);
    BigInteger nanos =
        new BigInteger(Long.toUnsignedString(ticks))
            .multiply(BigInteger.valueOf(NANOS))
            .divide(unit)
            .add(BigInteger.valueOf(offsetSeconds).multiply(BigInteger.valueOf(NANOS)));
    return nanos.compareTo(LAST) > 0
        ? Long.MAX_VALUE
        : nanos.signum() < 0 ? 0 : nanos.longValueExact();
  }
}
