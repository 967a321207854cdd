package parley.core.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import parley.core.wire.Octets;

/** One block of a pcapng file while it is built: little-endian, filled up to words of 32 bits. */
final class PcapngBlock {
  static final int SECTION = 0x0A0D0D0A;
  static final int BYTE_ORDER = 0x1A2B3C4D;
  static final int INTERFACE = 1;
  static final int OLD_PACKET = 2;
  static final int SIMPLE_PACKET = 3;
  static final int ENHANCED_PACKET = 6;

  static final int COMMENT = 1;
  static final int FLAGS = 2;
  static final int INTERFACE_NAME = 2;
  static final int INTERFACE_DESCRIPTION = 3;
  static final int APPLICATION = 4;
  static final int TIME_RESOLUTION = 9;
  static final int TIME_OFFSET = 14;

  private byte[] octets = new byte[2048];
  private int length;

  PcapngBlock begin(int type) {
    length = 0;
    return u32(type).u32(0);
  }

  PcapngBlock u16(int value) {
    room(2);
    octets[length++] = (byte) value;
    octets[length++] = (byte) (value >> 8);
    return this;
  }

  PcapngBlock u32(int value) {
    return u16(value).u16(value >> 16);
  }

  PcapngBlock padded(Octets content) {
    int padding = -content.length() & 3;
    room(content.length() + padding);
    content.copyTo(octets, length);
    length += content.length();
    for (int i = 0; i < padding; i++) {
      octets[length++] = 0;
    }
    return this;
  }

  PcapngBlock option(int code, Octets value) {
    return u16(code).u16(value.length()).padded(value);
  }

  PcapngBlock option(int code, String value) {
    return option(code, Octets.ofText(value, StandardCharsets.UTF_8));
  }

  PcapngBlock option32(int code, int value) {
    return u16(code).u16(4).u32(value);
  }

  PcapngBlock endOfOptions() {
    return u32(0);
  }

  PcapngBlock end() {
    int total = length + 4;
    u32(total);
    for (int i = 0; i < 4; i++) {
      octets[4 + i] = (byte) (total >> (8 * i));
    }
    return this;
  }

  /** In one write, so that a killed process leaves whole blocks. */
  void writeTo(OutputStream out) throws IOException {
    out.write(octets, 0, length);
  }

  private void room(int count) {
    if (length + count > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + count));
    }
  }
}
