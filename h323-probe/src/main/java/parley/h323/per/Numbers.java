package parley.h323.per;

import java.math.BigInteger;
import parley.core.wire.Octets;
import parley.h323.per.Type.IntegerType;

/** How whole numbers are read from aligned PER (X.691 clauses 11.5, 11.6 and 13). */
final class Numbers {
  private static final BigInteger OCTET = BigInteger.valueOf(256);

  /** X.691 13.2. */
  static BigInteger integer(IntegerType type, BitInput in) {
    if (type.extensible() && in.bit()) {
      BigInteger value = unconstrained(in);
      if (value.bitLength() > 31) {
        in.fail("an extended INTEGER of " + value.bitLength() + " bits");
      } else if (type.allows(value)) {
        in.notCanonical("an INTEGER within its bounds in the extended form");
      }
      return value;
    }
    if (type.lower().isEmpty()) {
      return unconstrained(in);
    }
    BigInteger lower = type.lower().get();
    if (type.upper().isEmpty()) {
      Octets octets = Lengths.general(in);
      if (octets.isEmpty()) {
        in.fail("an INTEGER of no octets");
        return BigInteger.ZERO;
      }
      return lower.add(unsigned(octets, in));
    }
    BigInteger range = type.upper().get().subtract(lower).add(BigInteger.ONE);
    BigInteger offset =
        range.bitLength() <= 17 && range.compareTo(BigInteger.valueOf(65_536)) <= 0
            ? BigInteger.valueOf(constrained(0, range.longValueExact() - 1, in))
            : large(range, in);
    if (offset.compareTo(range) >= 0) {
      in.fail("INTEGER " + lower.add(offset) + " over its bound of " + type.upper().get());
    }
    return lower.add(offset);
  }

  private static BigInteger unconstrained(BitInput in) {
    Octets octets = Lengths.general(in);
    if (octets.isEmpty()) {
      in.fail("an INTEGER of no octets");
      return BigInteger.ZERO;
    }
    if (octets.length() > 1 && (octets.u16(0) >> 7 == 0 || octets.u16(0) >> 7 == 0x1ff)) {
      in.notCanonical("an INTEGER with more octets than it needs");
    }
    return new BigInteger(octets.toArray());
  }

  /** The indefinite length case (X.691 11.5.7.4): a length that is itself constrained. */
  private static BigInteger large(BigInteger range, BitInput in) {
    int most = (range.subtract(BigInteger.ONE).bitLength() + 7) / 8;
    int count = 1 + (int) constrained(0, most - 1L, in);
    if (count > most) {
      in.fail("an INTEGER of " + count + " octets where it has at most " + most);
    }
    in.align();
    return unsigned(in.octets(count), in);
  }

  private static BigInteger unsigned(Octets octets, BitInput in) {
    if (octets.length() > 1 && octets.u8(0) == 0) {
      in.notCanonical("an INTEGER with more octets than it needs");
    }
    BigInteger value = new BigInteger(1, octets.toArray());
    return octets.isEmpty() ? BigInteger.ZERO : value;
  }

  /** A constrained whole number with a range of up to 65,536 (X.691 11.5.7). */
  static long constrained(long lower, long upper, BitInput in) {
    long range = upper - lower + 1;
    if (range <= 1) {
      return lower;
    }
    if (range <= 255) {
      return lower + in.bits(64 - Long.numberOfLeadingZeros(range - 1));
    }
    in.align();
    return lower + in.bits(range <= OCTET.longValue() ? 8 : 16);
  }

  /** A normally small non-negative whole number (X.691 11.6). */
  static int small(BitInput in) {
    if (!in.bit()) {
      return (int) in.bits(6);
    }
    Octets octets = Lengths.general(in);
    if (octets.length() > 2 || octets.isEmpty()) {
      in.fail("an index of " + octets.length() + " octets");
      return 0;
    }
    int value = unsigned(octets, in).intValue();
    if (value < 64) {
      in.notCanonical("a small number in the form of a large one");
    }
    return value;
  }

  private Numbers() {}
}
