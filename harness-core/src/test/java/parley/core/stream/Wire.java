package parley.core.stream;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.record.Packet;
import parley.core.wire.Octets;

/** Segments for tests: each gets the next packet number, and a millisecond more. */
final class Wire {
  static final InetSocketAddress CLIENT = address(1, 40_000);
  static final InetSocketAddress SERVER = address(2, 1_720);

  private final List<Packet.Segment> segments = new ArrayList<>();

  static InetSocketAddress address(int host, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral("192.0.2." + host), port);
  }

  Wire client(long sequence, int flags, String payload) {
    return send(CLIENT, SERVER, sequence, flags, payload);
  }

  Wire server(long sequence, int flags, String payload) {
    return send(SERVER, CLIENT, sequence, flags, payload);
  }

  Wire send(
      InetSocketAddress from, InetSocketAddress to, long sequence, int flags, String payload) {
    segments.add(
        segment(
            segments.size() + 1,
            from,
            to,
            sequence,
            flags,
            Octets.ofText(payload, StandardCharsets.ISO_8859_1)));
    return this;
  }

  static Packet.Segment segment(
      long number,
      InetSocketAddress from,
      InetSocketAddress to,
      long sequence,
      int flags,
      Octets payload) {
    return new Packet.Segment(
        number,
        number * 1_000_000,
        Optional.empty(),
        from,
        to,
        sequence & 0xffff_ffffL,
        flags,
        payload);
  }

  List<Connection> connections() {
    TcpStreams streams = TcpStreams.standard();
    segments.forEach(streams::add);
    return streams.connections();
  }

  TcpStreams into(TcpStreams streams) {
    segments.forEach(streams::add);
    return streams;
  }

  /** What each run says, with the octets missing before it in brackets. */
  static String text(Flow flow) {
    StringBuilder text = new StringBuilder();
    for (Run run : flow.runs()) {
      if (run.missingBefore() > 0) {
        text.append('[').append(run.missingBefore()).append(']');
      }
      text.append(run.octets().text(StandardCharsets.ISO_8859_1));
    }
    return flow.missingAtEnd() > 0 ? text + "[" + flow.missingAtEnd() + "]" : text.toString();
  }
}
