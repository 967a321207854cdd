package parley.core.media.rtcp;

import java.math.BigInteger;

/**
 * A time as sender reports carry it: seconds since 1900 in the upper 32 bits, 2⁻³² s in the lower
 * (RFC 3550 section 4).
 */
public record NtpTime(long bits) {
  private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;
  private static final long NANOS = 1_000_000_000L;

  /** From nanoseconds since 1970-01-01T00:00Z; the era wraps in 2036. */
  public static NtpTime ofUnixNanos(long nanos) {
    long seconds = Math.floorDiv(nanos, NANOS) + SECONDS_1900_TO_1970;
    long fraction =
        BigInteger.valueOf(Math.floorMod(nanos, NANOS))
            .shiftLeft(32)
            .divide(BigInteger.valueOf(NANOS))
            .longValueExact();
    return new NtpTime(seconds << 32 | fraction);
  }

  /**
   * Nanoseconds since 1970-01-01T00:00Z. Seconds below 2³¹ belong to the era that begins in 2036
   * (RFC 4330 section 3).
   */
  public long toUnixNanos() {
    long seconds = bits >>> 32;
    if (seconds < 1L << 31) {
      seconds += 1L << 32;
    }
    return (seconds - SECONDS_1900_TO_1970) * NANOS + (((bits & 0xffff_ffffL) * NANOS) >>> 32);
  }

  /** The middle 32 bits, as a report block returns them. */
  public long middle() {
    return bits >>> 16 & 0xffff_ffffL;
  }
}
