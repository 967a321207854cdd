package parley.sip.agent;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.call.SignallingTap;
import parley.core.record.Heading;
import parley.core.record.Packet;
import parley.core.record.Transport;
import parley.core.wire.Octets;
import parley.sip.message.SipMessage;

/** A tap that keeps what it sees as the packets of a record. */
final class Recorder implements SignallingTap {
  private final List<Packet> packets = new ArrayList<>();

  @Override
  public synchronized void message(
      String protocol,
      Transport transport,
      Heading heading,
      InetSocketAddress ours,
      InetSocketAddress theirs,
      Octets bytes) {
    InetSocketAddress source = heading == Heading.SENT ? ours : theirs;
    InetSocketAddress destination = heading == Heading.SENT ? theirs : ours;
    long number = packets.size() + 1L;
    packets.add(
        transport == Transport.UDP
            ? new Packet.Datagram(
                number, System.nanoTime(), Optional.of(heading), source, destination, bytes)
            : new Packet.Message(
                number,
                System.nanoTime(),
                Optional.of(heading),
                protocol,
                transport,
                source,
                destination,
                bytes));
  }

  synchronized List<Packet> packets() {
    return List.copyOf(packets);
  }

  static Octets octets(Packet packet) {
    return switch (packet) {
      case Packet.Datagram datagram -> datagram.payload();
      case Packet.Message message -> message.payload();
      case Packet.Segment segment -> segment.payload();
      case Packet.Remark remark -> Octets.EMPTY;
      case Packet.Unread unread -> unread.octets();
    };
  }

  List<SipMessage> messages(Heading heading) {
    return packets().stream()
        .filter(
            packet ->
                switch (packet) {
                  case Packet.Datagram datagram -> datagram.heading().equals(Optional.of(heading));
                  case Packet.Message message -> message.heading().equals(Optional.of(heading));
                  default -> false;
                })
        .map(packet -> SipMessage.read(octets(packet)))
        .toList();
  }

  List<SipMessage> sent(String method) {
    return messages(Heading.SENT).stream()
        .filter(message -> message.isRequest() && message.method().equals(method))
        .toList();
  }

  List<SipMessage> received(String method) {
    return messages(Heading.RECEIVED).stream()
        .filter(message -> message.isRequest() && message.method().equals(method))
        .toList();
  }

  List<SipMessage> answers(Heading heading, String method, int status) {
    return messages(heading).stream()
        .filter(
            message ->
                message.isResponse()
                    && message.cseqMethod().equals(method)
                    && message.status() == status)
        .toList();
  }
}
