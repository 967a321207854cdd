package parley.h323.per;

import java.util.ArrayList;
import java.util.List;
import parley.core.wire.Octets;

/** How lengths are read from aligned PER (X.691 clause 11.9), and octets behind them. */
final class Lengths {
  /** A normally small length (X.691 11.9.3.4), at least 1. */
  static int smallLength(BitInput in) {
    if (!in.bit()) {
      return (int) in.bits(6) + 1;
    }
    int length = general(Size.ANY, in);
    if (length < 1) {
      in.fail(length < 0 ? "a list of additions in fragments" : "a list of no additions");
    } else if (length <= 64) {
      in.notCanonical("a small length in the form of a large one");
    }
    return Math.max(length, 0);
  }

  /**
   * A length determinant (X.691 11.9): the number of units that follow, negative where they are a
   * fragment and another length comes after it.
   */
  static int count(Size size, BitInput in) {
    return size.constrained()
        ? checked(size, (int) Numbers.constrained(size.lower(), size.upper(), in), in)
        : general(size, in);
  }

  private static int checked(Size size, int count, BitInput in) {
    if (!in.failed() && !size.allows(count)) {
      in.fail("length " + count + " where " + size + " is allowed");
    }
    return count;
  }

  /** Where a general length can say more or less than is allowed, what it counts is kept. */
  static void unusual(Size size, int count, BitInput in) {
    if (!size.allows(count)) {
      in.notCanonical("length " + count + " where " + size + " is allowed");
    }
  }

  private static int general(Size size, BitInput in) {
    in.align();
    int first = (int) in.bits(8);
    if (first < 0x80) {
      return first;
    }
    if (first < 0xc0) {
      int length = ((first & 0x3f) << 8) | (int) in.bits(8);
      if (length < 0x80) {
        in.notCanonical("length " + length + " in two octets");
      }
      return length;
    }
    int sixteenThousands = first & 0x3f;
    if (sixteenThousands < 1 || sixteenThousands > 4) {
      in.fail("a fragment of " + sixteenThousands + " times 16,384 (" + size + ")");
      return 0;
    }
    return -(sixteenThousands << 14);
  }

  /** Octets behind general lengths, put together where they come in fragments. */
  static Octets general(BitInput in) {
    int count = general(Size.ANY, in);
    if (count >= 0) {
      return in.octets(count);
    }
    List<Octets> fragments = new ArrayList<>();
    int total = 0;
    while (!in.failed()) {
      Octets fragment = in.octets(Math.abs(count));
      fragments.add(fragment);
      total += fragment.length();
      if (count >= 0) {
        break;
      }
      count = general(Size.ANY, in);
    }
    byte[] all = new byte[total];
    int at = 0;
    for (Octets fragment : fragments) {
      fragment.copyTo(all, at);
      at += fragment.length();
    }
    return Octets.of(all);
  }

  static Octets octets(Size size, BitInput in) {
    if (size.fixed()) {
      if (size.lower() <= 2) {
        return in.unaligned(size.lower());
      }
      in.align();
      return in.octets(size.lower());
    }
    if (!size.constrained()) {
      Octets octets = general(in);
      unusual(size, octets.length(), in);
      return octets;
    }
    int length = count(size, in);
    if (length > 0) {
      in.align();
    }
    return in.octets(Math.max(length, 0));
  }

  private Lengths() {}
}
