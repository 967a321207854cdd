package parley.sip.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.record.Packet;
import parley.core.wire.Octets;

/** Classic pcap with UDP over IPv4, as far as these tests need it. */
final class Pcap {
  private Pcap() {}

  /** Writes datagrams as raw IP. */
  static void write(Path file, List<Packet.Datagram> datagrams) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(1 << 22).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0);
    out.putInt(262_144).putInt(101);
    for (Packet.Datagram each : datagrams) {
      int length = 28 + each.payload().length();
      out.putInt(0).putInt(0).putInt(length).putInt(length);
      out.order(ByteOrder.BIG_ENDIAN);
      out.putShort((short) 0x4500).putShort((short) length).putInt(0).putShort((short) 0x4011);
      out.putShort((short) 0);
      out.put(each.source().getAddress().getAddress());
      out.put(each.destination().getAddress().getAddress());
      out.putShort((short) each.source().getPort()).putShort((short) each.destination().getPort());
      out.putShort((short) (length - 20)).putShort((short) 0);
      out.put(each.payload().toArray());
      out.order(ByteOrder.LITTLE_ENDIAN);
    }
    out.flip();
    byte[] bytes = new byte[out.remaining()];
    out.get(bytes);
    Files.write(file, bytes);
  }

  /** Reads the UDP datagrams of an Ethernet or raw capture; other packets only count. */
  static List<Packet> read(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int link = in.getInt(20);
    in.position(24);
    List<Packet> packets = new ArrayList<>();
    for (long number = 1; in.remaining() >= 16; number++) {
      in.position(in.position() + 8);
      int length = in.getInt();
      in.getInt();
      byte[] frame = new byte[length];
      in.get(frame);
      Octets octets = Octets.of(frame);
      int ip = link == 1 ? 14 : link == 113 ? 16 : link == 276 ? 20 : 0;
      if (length < ip + 28 || octets.u8(ip) != 0x45 || octets.u8(ip + 9) != 17) {
        continue;
      }
      packets.add(
          new Packet.Datagram(
              number,
              number,
              Optional.empty(),
              address(octets, ip + 12, octets.u16(ip + 20)),
              address(octets, ip + 16, octets.u16(ip + 22)),
              octets.slice(ip + 28, Math.min(length - ip - 28, octets.u16(ip + 24) - 8))));
    }
    return packets;
  }

  private static InetSocketAddress address(Octets octets, int at, int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(octets.slice(at, 4).toArray()), port);
  }
}
