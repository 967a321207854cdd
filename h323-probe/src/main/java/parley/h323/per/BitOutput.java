package parley.h323.per;

import java.util.Arrays;
import parley.core.wire.Octets;

/** Writes bits. */
final class BitOutput {
  private byte[] octets = new byte[64];
  private long position;

  private void room(long bits) {
    int needed = (int) ((position + bits + 7) / 8);
    if (needed > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(needed, octets.length * 2));
    }
  }

  void bit(boolean value) {
    bits(value ? 1 : 0, 1);
  }

  /** The lowest {@code count} bits of a number. */
  void bits(long value, int count) {
    room(count);
    for (int i = count - 1; i >= 0; i--) {
      if (((value >> i) & 1) != 0) {
        octets[(int) (position / 8)] |= (byte) (0x80 >> (int) (position % 8));
      }
      position++;
    }
  }

  void align() {
    bits(0, (int) (-position & 7));
  }

  void octets(Octets some) {
    if (position % 8 != 0) {
      for (int i = 0; i < some.length(); i++) {
        bits(some.u8(i), 8);
      }
      return;
    }
    room(some.length() * 8L);
    some.copyTo(octets, (int) (position / 8));
    position += some.length() * 8L;
  }

  /** A complete encoding is at least one octet (X.691 11.1.3). */
  Octets complete() {
    int length = Math.max(1, (int) ((position + 7) / 8));
    return Octets.of(Arrays.copyOf(octets, length));
  }
}
