package parley.core.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import parley.core.wire.Octets;

/** The octets of a capture file, one after the other. */
final class CaptureInput {
  private final PushbackInputStream in;

  CaptureInput(InputStream in) {
    this.in = new PushbackInputStream(in, 4);
  }

  boolean atEnd() throws IOException {
    int octet = in.read();
    if (octet >= 0) {
      in.unread(octet);
    }
    return octet < 0;
  }

  /** As many as there are up to {@code count}; fewer only at the end of the file. */
  Octets read(int count) throws IOException {
    return Octets.of(in.readNBytes(count));
  }

  /** Looks at the first four. */
  Octets peek() throws IOException {
    byte[] first = in.readNBytes(4);
    in.unread(first);
    return Octets.of(first);
  }

  /** Whether that many could be passed over. */
  boolean skip(long count) throws IOException {
    try {
      in.skipNBytes(count);
      return true;
    } catch (java.io.EOFException e) {
      return false;
    }
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
