package parley.core.media.video;

import java.util.ArrayList;
import java.util.List;
import parley.core.wire.Octets;

/**
 * Reads syntax elements bit by bit (ITU-T H.264 §7.2, §9.1) and keeps each by name. Reading past
 * the end or out of a range ends the parse with {@link Stop}, which never leaves this package.
 */
final class SyntaxReader {
  /** Ends a parse; the message says where and why. */
  static final class Stop extends Exception {
    private final String why;

    Stop(String why) {
      super(why, null, false, false);
      this.why = why;
    }

    String why() {
      return why;
    }
  }

  private static final int MOST_ELEMENTS = 4096;

  private final Octets octets;
  private final List<SyntaxElement> elements = new ArrayList<>();
  private long position;

  SyntaxReader(Octets rbsp) {
    this.octets = rbsp;
  }

  List<SyntaxElement> elements() {
    return List.copyOf(elements);
  }

  /** u(n), at most 32 bits. */
  long u(String name, int bits) throws Stop {
    return keep(name, bits(name, bits));
  }

  boolean flag(String name) throws Stop {
    return u(name, 1) == 1;
  }

  /** ue(v) not above {@code most}. */
  int ue(String name, long most) throws Stop {
    long value = exponential(name);
    if (value > most) {
      keep(name, value);
      throw new Stop(name + " is " + value + ", more than " + most);
    }
    return (int) keep(name, value);
  }

  /** se(v). */
  int se(String name) throws Stop {
    long code = exponential(name);
    long value = (code & 1) == 1 ? (code + 1) / 2 : -(code / 2);
    return (int) keep(name, value);
  }

  /** True while something stands before the stop bit (§7.2 more_rbsp_data). */
  boolean moreData() {
    int last = octets.length() - 1;
    while (last >= 0 && octets.u8(last) == 0) {
      last--;
    }
    if (last < 0) {
      return false;
    }
    long stopBit = last * 8L + 7 - Integer.numberOfTrailingZeros(octets.u8(last));
    return position < stopBit;
  }

  private long exponential(String name) throws Stop {
    int zeros = 0;
    while (bits(name, 1) == 0) {
      zeros++;
      if (zeros > 32) {
        throw new Stop(name + " has more than 32 leading zero bits");
      }
    }
    return (1L << zeros) - 1 + bits(name, zeros);
  }

  private long bits(String name, int count) throws Stop {
    if (position + count > octets.length() * 8L) {
      throw new Stop("the octets end within " + name);
    }
    long value = 0;
    for (int i = 0; i < count; i++) {
      int octet = octets.u8((int) (position >> 3));
      value = (value << 1) | ((octet >> (7 - (position & 7))) & 1);
      position++;
    }
    return value;
  }

  private long keep(String name, long value) throws Stop {
    if (elements.size() >= MOST_ELEMENTS) {
      throw new Stop("more than " + MOST_ELEMENTS + " syntax elements");
    }
    elements.add(new SyntaxElement(name, value));
    return value;
  }
}
