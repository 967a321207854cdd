package parley.core.record;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import parley.core.wire.Octets;

/**
 * A message cut out of what carried it, with tags that say what it is (link type 252, Wireshark's
 * exported PDU): a tag and a length of 16 bits each, big-endian, until tag 0.
 *
 * @param dissector name of the dissector; empty where the tags name none
 * @param portType 2 for TCP, 3 for UDP, 0 where not said
 */
record ExportedPdu(String dissector, Optional<Ends> ends, int portType, Octets content) {
  static final int PORT_TCP = 2;
  static final int PORT_UDP = 3;

  private static final int DISSECTOR = 12;
  private static final int SOURCE_4 = 20;
  private static final int DESTINATION_4 = 21;
  private static final int SOURCE_6 = 22;
  private static final int DESTINATION_6 = 23;
  private static final int PORT_TYPE = 24;
  private static final int SOURCE_PORT = 25;
  private static final int DESTINATION_PORT = 26;

  /** From where to where. */
  record Ends(InetSocketAddress source, InetSocketAddress destination) {}

  static Octets encode(String dissector, Optional<Ends> ends, Octets content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length() + 128);
    byte[] name = dissector.getBytes(StandardCharsets.UTF_8);
    tag(out, DISSECTOR, ByteBuffer.allocate((name.length + 3) / 4 * 4).put(name));
    if (ends.isPresent()) {
      InetSocketAddress source = ends.get().source();
      InetSocketAddress destination = ends.get().destination();
      Optional<byte[]> from = DatagramHeaders.four(source);
      Optional<byte[]> to = DatagramHeaders.four(destination);
      if (from.isPresent() && to.isPresent()) {
        tag(out, SOURCE_4, ByteBuffer.wrap(from.get()));
        tag(out, DESTINATION_4, ByteBuffer.wrap(to.get()));
      } else {
        tag(out, SOURCE_6, ByteBuffer.wrap(DatagramHeaders.sixteen(source)));
        tag(out, DESTINATION_6, ByteBuffer.wrap(DatagramHeaders.sixteen(destination)));
      }
      tag(out, PORT_TYPE, number(PORT_TCP));
      tag(out, SOURCE_PORT, number(source.getPort()));
      tag(out, DESTINATION_PORT, number(destination.getPort()));
    }
    out.writeBytes(new byte[4]);
    out.writeBytes(content.toArray());
    return Octets.of(out.toByteArray());
  }

  /** Reads the tags; empty when they are cut off. */
  static Optional<ExportedPdu> decode(Octets octets) {
    String dissector = "";
    Optional<InetAddress> source = Optional.empty();
    Optional<InetAddress> destination = Optional.empty();
    int portType = 0;
    int sourcePort = 0;
    int destinationPort = 0;
    int at = 0;
    while (at + 4 <= octets.length()) {
      int tag = octets.u16(at);
      int size = octets.u16(at + 2);
      at += 4;
      if (size > octets.length() - at) {
        return Optional.empty();
      }
      Octets value = octets.slice(at, size);
      at += size;
      switch (tag) {
        case 0 -> {
          Optional<InetAddress> from = source;
          int fromPort = sourcePort;
          int toPort = destinationPort;
          Optional<Ends> ends =
              destination.flatMap(
                  to ->
                      from.map(
                          host ->
                              new Ends(
                                  new InetSocketAddress(host, fromPort),
                                  new InetSocketAddress(to, toPort))));
          return Optional.of(new ExportedPdu(dissector, ends, portType, octets.from(at)));
        }
        case DISSECTOR -> dissector = value.text(StandardCharsets.UTF_8).replaceFirst("\0.*", "");
        case SOURCE_4, SOURCE_6 -> source = address(value);
        case DESTINATION_4, DESTINATION_6 -> destination = address(value);
        case PORT_TYPE -> portType = number(value);
        case SOURCE_PORT -> sourcePort = number(value) & 0xffff;
        case DESTINATION_PORT -> destinationPort = number(value) & 0xffff;
        default -> {}
      }
    }
    return Optional.empty();
  }

  static Optional<InetAddress> address(Octets octets) {
    try {
      return Optional.of(InetAddress.getByAddress(octets.toArray()));
    } catch (UnknownHostException e) {
      return Optional.empty(); // neither 4 nor 16 octets
    }
  }

  private static int number(Octets value) {
    return value.length() == 4 ? (int) value.u32(0) : 0;
  }

  private static ByteBuffer number(int value) {
    return ByteBuffer.allocate(4).putInt(value);
  }

  private static void tag(ByteArrayOutputStream out, int tag, ByteBuffer value) {
    int size = value.capacity();
    out.writeBytes(new byte[] {(byte) (tag >> 8), (byte) tag, (byte) (size >> 8), (byte) size});
    value.rewind();
    while (value.hasRemaining()) {
      out.write(value.get());
    }
  }
}
