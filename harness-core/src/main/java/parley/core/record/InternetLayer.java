package parley.core.record;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import parley.core.wire.Octets;

/** Takes the datagram or segment out of an IP packet. Keeps fragments until they are whole. */
final class InternetLayer {
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int HOP_BY_HOP = 0;
  private static final int ROUTING = 43;
  private static final int FRAGMENT = 44;
  private static final int AUTHENTICATION = 51;
  private static final int DESTINATION_OPTIONS = 60;
  private static final int MOST_HEADERS = 16;

  private final Fragments fragments = new Fragments();

  Packet read(Frame frame, Octets ip) {
    int version = ip.isEmpty() ? 0 : ip.u8(0) >> 4;
    return switch (version) {
      case 4 -> four(frame, ip);
      case 6 -> six(frame, ip);
      default -> frame.unread("IP of version " + version);
    };
  }

  private Packet four(Frame frame, Octets ip) {
    int header = 4 * (ip.u8(0) & 0x0f);
    if (header < 20 || ip.length() < header) {
      return frame.unread("IPv4 header cut off");
    }
    // A length of 0 is what segmentation offload leaves in a packet captured before it.
    int total = ip.u16(2) == 0 ? ip.length() : ip.u16(2);
    if (total < header || total > ip.length()) {
      return frame.unread("IPv4 packet cut off");
    }
    Octets content = ip.slice(header, total - header);
    int protocol = ip.u8(9);
    Octets source = ip.slice(12, 4);
    Octets destination = ip.slice(16, 4);
    int offset = 8 * (ip.u16(6) & 0x1fff);
    boolean more = (ip.u16(6) & 0x2000) != 0;
    if (offset == 0 && !more) {
      return transport(frame, protocol, source, destination, content);
    }
    Fragments.Key key = new Fragments.Key(source, destination, protocol, ip.u16(4));
    return fragment(frame, key, offset, more, content);
  }

  private Packet six(Frame frame, Octets ip) {
    if (ip.length() < 40) {
      return frame.unread("IPv6 header cut off");
    }
    int total = ip.u16(4) == 0 ? ip.length() : 40 + ip.u16(4);
    if (total > ip.length()) {
      return frame.unread("IPv6 packet cut off");
    }
    Octets source = ip.slice(8, 16);
    Octets destination = ip.slice(24, 16);
    int next = ip.u8(6);
    int at = 40;
    for (int i = 0; i < MOST_HEADERS && isExtension(next); i++) {
      if (at + 8 > total) {
        return frame.unread("IPv6 extension header cut off");
      }
      int following = ip.u8(at);
      if (next == FRAGMENT) {
        int field = ip.u16(at + 2);
        Octets part = ip.slice(at + 8, total - at - 8);
        if ((field & 0xfff9) != 0) {
          Fragments.Key key = new Fragments.Key(source, destination, following, ip.u32(at + 4));
          return fragment(frame, key, field & 0xfff8, (field & 1) != 0, part);
        }
        at += 8;
      } else if (next == AUTHENTICATION) {
        at += 4 * (ip.u8(at + 1) + 2);
      } else {
        at += 8 * (ip.u8(at + 1) + 1);
      }
      next = following;
    }
    if (at > total) {
      return frame.unread("IPv6 extension header cut off");
    }
    return transport(frame, next, source, destination, ip.slice(at, total - at));
  }

  private static boolean isExtension(int header) {
    return header == HOP_BY_HOP
        || header == ROUTING
        || header == FRAGMENT
        || header == AUTHENTICATION
        || header == DESTINATION_OPTIONS;
  }

  private Packet fragment(Frame frame, Fragments.Key key, int offset, boolean more, Octets part) {
    return fragments
        .add(key, offset, more, part)
        .map(whole -> transport(frame, key.protocol(), key.source(), key.destination(), whole))
        .orElseGet(() -> frame.unread("fragment of an IP packet, not yet whole"));
  }

  private static Packet transport(
      Frame frame, int protocol, Octets source, Octets destination, Octets content) {
    if (protocol == TCP) {
      return segment(frame, source, destination, content);
    }
    if (protocol != UDP) {
      return frame.unread("IP protocol " + protocol);
    }
    if (content.length() < 8) {
      return frame.unread("UDP header cut off");
    }
    int length = content.u16(4) == 0 ? content.length() : content.u16(4);
    if (length < 8 || length > content.length()) {
      return frame.unread("UDP datagram cut off");
    }
    Optional<InetAddress> from = ExportedPdu.address(source);
    Optional<InetAddress> to = ExportedPdu.address(destination);
    if (from.isEmpty() || to.isEmpty()) {
      return frame.unread("addresses that cannot be read");
    }
    return new Packet.Datagram(
        frame.number(),
        frame.timeNanos(),
        frame.heading(),
        new InetSocketAddress(from.get(), content.u16(0)),
        new InetSocketAddress(to.get(), content.u16(2)),
        content.slice(8, length - 8));
  }

  private static Packet segment(Frame frame, Octets source, Octets destination, Octets content) {
    if (content.length() < 20) {
      return frame.unread("TCP header cut off");
    }
    int header = 4 * (content.u8(12) >> 4);
    if (header < 20 || header > content.length()) {
      return frame.unread("TCP header cut off");
    }
    Optional<InetAddress> from = ExportedPdu.address(source);
    Optional<InetAddress> to = ExportedPdu.address(destination);
    if (from.isEmpty() || to.isEmpty()) {
      return frame.unread("addresses that cannot be read");
    }
    return new Packet.Segment(
        frame.number(),
        frame.timeNanos(),
        frame.heading(),
        new InetSocketAddress(from.get(), content.u16(0)),
        new InetSocketAddress(to.get(), content.u16(2)),
        content.u32(4),
        content.u8(13),
        content.from(header));
  }
}
