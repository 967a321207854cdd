package parley.core.record;

import java.util.Optional;
import parley.core.wire.Octets;

/** Finds the IP packet in a frame. */
final class LinkLayer {
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int MOST_TAGS = 4;

  private LinkLayer() {}

  /** The IP packet with what follows it in the frame; empty when the frame carries none. */
  static Optional<Octets> internet(Frame frame) {
    Octets octets = frame.octets();
    return switch (frame.linkType()) {
      case 1 -> ethernet(octets, 12);
      case 12, 14, 101, 228, 229 -> Optional.of(octets);
      case 0 -> loopback(octets, frame.littleEndian());
      case 108 -> loopback(octets, false);
      case 113 -> ethernet(octets, 14);
      case 276 -> typed(octets, 0, 20);
      default -> Optional.empty();
    };
  }

  /** An EtherType at {@code at}, behind tags of VLANs if there are any (IEEE 802.1Q). */
  private static Optional<Octets> ethernet(Octets octets, int at) {
    int typeAt = at;
    for (int tags = 0; tags < MOST_TAGS && octets.length() >= typeAt + 6; tags++) {
      int type = octets.u16(typeAt);
      if (type != 0x8100 && type != 0x88a8 && type != 0x9100) {
        break;
      }
      typeAt += 4;
    }
    return typed(octets, typeAt, typeAt + 2);
  }

  private static Optional<Octets> typed(Octets octets, int typeAt, int contentAt) {
    if (octets.length() < contentAt) {
      return Optional.empty();
    }
    int type = octets.u16(typeAt);
    return type == IPV4 || type == IPV6 ? Optional.of(octets.from(contentAt)) : Optional.empty();
  }

  /** Four octets of address family: 2 is IPv4 everywhere, IPv6 has a number per system. */
  private static Optional<Octets> loopback(Octets octets, boolean littleEndian) {
    if (octets.length() < 4) {
      return Optional.empty();
    }
    long family = CaptureInput.u32(octets, 0, littleEndian);
    return family == 2 || family == 10 || family == 24 || family == 28 || family == 30
        ? Optional.of(octets.from(4))
        : Optional.empty();
  }
}
