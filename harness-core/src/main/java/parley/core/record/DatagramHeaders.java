package parley.core.record;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import parley.core.wire.Octets;

/** Rebuilds IP and UDP headers from the addresses of a socket (RFC 791, RFC 8200, RFC 768). */
final class DatagramHeaders {
  private static final int UDP = 17;
  private static final int UDP_HEADER = 8;
  private static final int HOP_LIMIT = 64;

  private DatagramHeaders() {}

  static Octets wrap(InetSocketAddress source, InetSocketAddress destination, Octets payload) {
    Optional<byte[]> from = four(source);
    Optional<byte[]> to = four(destination);
    return from.isPresent() && to.isPresent()
        ? overFour(
            from.get(), source.getPort(), to.get(), destination.getPort(), fitting(payload, 28))
        : overSix(
            sixteen(source),
            source.getPort(),
            sixteen(destination),
            destination.getPort(),
            fitting(payload, 8));
  }

  /** The address in 4 octets where it is one of IPv4; an unresolved one is written as 0.0.0.0. */
  static Optional<byte[]> four(InetSocketAddress address) {
    InetAddress host = address.getAddress();
    if (host == null) {
      return Optional.of(new byte[4]);
    }
    return host instanceof Inet4Address ? Optional.of(host.getAddress()) : Optional.empty();
  }

  /** The address in 16 octets, mapped where it is one of IPv4 (RFC 4291 section 2.5.5.2). */
  static byte[] sixteen(InetSocketAddress address) {
    Optional<byte[]> four = four(address);
    if (four.isEmpty()) {
      return address.getAddress().getAddress();
    }
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    System.arraycopy(four.get(), 0, mapped, 12, 4);
    return mapped;
  }

  private static Octets overFour(
      byte[] source, int sourcePort, byte[] destination, int destinationPort, Octets payload) {
    int header = 20;
    byte[] out = new byte[header + UDP_HEADER + payload.length()];
    out[0] = 0x45;
    put16(out, 2, out.length);
    out[6] = 0x40; // do not fragment: then the identification may be 0 (RFC 6864 section 4.1)
    out[8] = HOP_LIMIT;
    out[9] = UDP;
    System.arraycopy(source, 0, out, 12, 4);
    System.arraycopy(destination, 0, out, 16, 4);
    put16(out, 10, complement(sum(out, 0, header, 0)));
    udp(out, header, sourcePort, destinationPort, payload, sum(out, 12, 8, 0));
    return Octets.of(out);
  }

  private static Octets overSix(
      byte[] source, int sourcePort, byte[] destination, int destinationPort, Octets payload) {
    int header = 40;
    byte[] out = new byte[header + UDP_HEADER + payload.length()];
    out[0] = 0x60;
    put16(out, 4, UDP_HEADER + payload.length());
    out[6] = UDP;
    out[7] = HOP_LIMIT;
    System.arraycopy(source, 0, out, 8, 16);
    System.arraycopy(destination, 0, out, 24, 16);
    udp(out, header, sourcePort, destinationPort, payload, sum(out, 8, 32, 0));
    return Octets.of(out);
  }

  private static void udp(
      byte[] out, int at, int sourcePort, int destinationPort, Octets payload, long addresses) {
    int length = UDP_HEADER + payload.length();
    put16(out, at, sourcePort);
    put16(out, at + 2, destinationPort);
    put16(out, at + 4, length);
    payload.copyTo(out, at + UDP_HEADER);
    int checksum = complement(sum(out, at, length, addresses + UDP + length));
    put16(out, at + 6, checksum == 0 ? 0xffff : checksum);
  }

  private static Octets fitting(Octets payload, int headers) {
    return payload.slice(0, Math.min(payload.length(), 65_535 - headers));
  }

  /** The one's complement sum before it is folded (RFC 1071). */
  private static long sum(byte[] octets, int from, int count, long start) {
    long sum = start;
    for (int i = 0; i < count; i++) {
      sum += (octets[from + i] & 0xff) << ((i & 1) == 0 ? 8 : 0);
    }
    return sum;
  }

  private static int complement(long sum) {
    while (sum > 0xffff) {
      sum = (sum & 0xffff) + (sum >> 16);
    }
    return (int) ~sum & 0xffff;
  }

  private static void put16(byte[] out, int at, int value) {
    out[at] = (byte) (value >> 8);
    out[at + 1] = (byte) value;
  }
}
