package parley.core.record;

/** Finds the IP packet in a frame. */
final class LinkLayer {
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int MOST_TAGS = 4;
  private static final int NOWHERE = -1;

  private LinkLayer() {}

  /**
   * Where the IP packet begins that a frame carries, negative when it carries none.
   *
   * @param at of the frame in {@code octets}
   * @param littleEndian byte order of the file, which link type 0 depends on
   */
  static int internetAt(byte[] octets, int at, int length, int linkType, boolean littleEndian) {
    int end = at + length;
    return switch (linkType) {
      case 1 -> ethernet(octets, at + 12, end);
      case 12, 14, 101, 228, 229 -> at;
      case 0 -> loopback(octets, at, end, littleEndian);
      case 108 -> loopback(octets, at, end, false);
      case 113 -> ethernet(octets, at + 14, end);
      case 276 -> typed(octets, at, at + 20, end);
      default -> NOWHERE;
    };
  }

  /** An EtherType at {@code at}, behind tags of VLANs if there are any (IEEE 802.1Q). */
  private static int ethernet(byte[] octets, int at, int end) {
    int typeAt = at;
    for (int tags = 0; tags < MOST_TAGS && end >= typeAt + 6; tags++) {
      int type = CaptureInput.u16(octets, typeAt, false);
      if (type != 0x8100 && type != 0x88a8 && type != 0x9100) {
        break;
      }
      typeAt += 4;
    }
    return typed(octets, typeAt, typeAt + 2, end);
  }

  private static int typed(byte[] octets, int typeAt, int contentAt, int end) {
    if (end < contentAt) {
      return NOWHERE;
    }
    int type = CaptureInput.u16(octets, typeAt, false);
    return type == IPV4 || type == IPV6 ? contentAt : NOWHERE;
  }

  /** Four octets of address family: 2 is IPv4 everywhere, IPv6 has a number per system. */
  private static int loopback(byte[] octets, int at, int end, boolean littleEndian) {
    if (end < at + 4) {
      return NOWHERE;
    }
    long family = CaptureInput.u32(octets, at, littleEndian);
    return family == 2 || family == 10 || family == 24 || family == 28 || family == 30
        ? at + 4
        : NOWHERE;
  }
}
