package parley.core.record;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import parley.core.wire.Octets;

/**
 * The octets of a capture file, seen through a window that moves forward. What it shows at {@link
 * #at()} stays where it is until {@link #has} is called the next time.
 */
final class CaptureInput {
  /** As much as stays near the processor while it is looked at. */
  private static final int STEP = 1 << 18;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  private final InputStream in;
  private byte[] octets = new byte[STEP];
  private int at;
  private int end;

  CaptureInput(InputStream in) {
    this.in = in;
  }

  /** The window; its content is this object's own and changes. */
  byte[] octets() {
    return octets;
  }

  /** Where in the window the reading is. */
  int at() {
    return at;
  }

  /** Whether that many octets follow; what is in the window may move. */
  boolean has(int count) throws IOException {
    return end - at >= count || fill(count);
  }

  private boolean fill(int count) throws IOException {
    System.arraycopy(octets, at, octets, 0, end - at);
    end -= at;
    at = 0;
    if (count > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(count, 2 * octets.length));
    }
    while (end < count) {
      int read = in.read(octets, end, octets.length - end);
      if (read < 0) {
        return false;
      }
      end += read;
    }
    return true;
  }

  /** Goes on by octets that are in the window. */
  void pass(int count) {
    at += count;
  }

  /** Whether that many could be passed over. */
  boolean skip(long count) throws IOException {
    long left = count - (end - at);
    if (left <= 0) {
      at += (int) count;
      return true;
    }
    at = end;
    try {
      in.skipNBytes(left);
      return true;
    } catch (java.io.EOFException e) {
      return false;
    }
  }

  /** Of the octet that many after the present place, which {@link #has} must have confirmed. */
  long u32(int after, boolean littleEndian) {
    return u32(octets, at + after, littleEndian);
  }

  /** The same with 16 bits. */
  int u16(int after, boolean littleEndian) {
    return u16(octets, at + after, littleEndian);
  }

  static long u32(byte[] octets, int at, boolean littleEndian) {
    int value = (int) INTS.get(octets, at);
    return (littleEndian ? Integer.reverseBytes(value) : value) & 0xffff_ffffL;
  }

  static int u16(byte[] octets, int at, boolean littleEndian) {
    short value = (short) SHORTS.get(octets, at);
    return (littleEndian ? Short.reverseBytes(value) : value) & 0xffff;
  }

  static long u32(Octets octets, int at, boolean littleEndian) {
    long value = octets.u32(at);
    return littleEndian ? Integer.reverseBytes((int) value) & 0xffff_ffffL : value;
  }

  static int u16(Octets octets, int at, boolean littleEndian) {
    int value = octets.u16(at);
    return littleEndian ? Short.reverseBytes((short) value) & 0xffff : value;
  }
}
