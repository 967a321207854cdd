package parley.sip.trace;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.record.Packet;
import parley.core.record.Transport;
import parley.core.trace.Trace;
import parley.core.trace.TraceInput;
import parley.core.trace.TracedMessage;
import parley.core.wire.Octets;

/** Packets of a conversation that tests make up. */
final class Talk {
  static final InetSocketAddress CALLER = address("192.0.2.1", 5060);
  static final InetSocketAddress CALLED = address("192.0.2.2", 5060);

  private final List<Packet> packets = new ArrayList<>();
  private long sequence = 1_001;

  static InetSocketAddress address(String host, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(host), port);
  }

  static String request(String method, String callId, String more, String body) {
    return """
    %s sip:room@192.0.2.2 SIP/2.0
    Via: SIP/2.0/TCP 192.0.2.1;branch=z9hG4bK%s
    From: <sip:a@192.0.2.1>;tag=one
    To: <sip:room@192.0.2.2>
    Call-ID: %s
    CSeq: 1 %s
    %sContent-Length: %d

    """
            .formatted(method, callId, callId, method, more, body.length())
            .replace("\n", "\r\n")
        + body;
  }

  Talk datagram(InetSocketAddress from, InetSocketAddress to, String text) {
    packets.add(
        new Packet.Datagram(next(), next() * 1_000_000, Optional.empty(), from, to, octets(text)));
    return this;
  }

  /** A message as our own captures keep them. */
  Talk message(String text) {
    packets.add(
        new Packet.Message(
            next(),
            next() * 1_000_000,
            Optional.empty(),
            "sip",
            Transport.TLS,
            CALLER,
            CALLED,
            octets(text)));
    return this;
  }

  Talk syn() {
    return segment(sequence - 1, Packet.Segment.SYN, "");
  }

  /** The next octets of a TCP stream from caller to called. */
  Talk stream(String text) {
    segment(sequence, Packet.Segment.ACK, text);
    sequence += text.length();
    return this;
  }

  /** Octets of that stream that the capture lacks. */
  Talk lost(int octets) {
    sequence += octets;
    return this;
  }

  Talk fin() {
    return segment(sequence, Packet.Segment.FIN | Packet.Segment.ACK, "");
  }

  Trace trace() {
    return SipTrace.of(TraceInput.of(packets));
  }

  /** Names of all messages in the order of the capture. */
  List<String> names() {
    return trace().messages().stream().map(TracedMessage::name).toList();
  }

  private Talk segment(long at, int flags, String text) {
    packets.add(
        new Packet.Segment(
            next(),
            next() * 1_000_000,
            Optional.empty(),
            address("192.0.2.1", 40_000),
            CALLED,
            at,
            flags,
            octets(text)));
    return this;
  }

  private long next() {
    return packets.size() + 1L;
  }

  static Octets octets(String text) {
    return Octets.ofText(text, StandardCharsets.ISO_8859_1);
  }
}
