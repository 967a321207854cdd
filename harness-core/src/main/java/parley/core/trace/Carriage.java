package parley.core.trace;

import java.net.InetSocketAddress;
import java.util.List;
import parley.core.record.Packet;
import parley.core.record.Transport;
import parley.core.stream.Flow;
import parley.core.stream.Run;
import parley.core.stream.Span;

/**
 * How a message travelled.
 *
 * @param packets numbers of the packets that hold it, ascending, at least one
 * @param timeNanos when the first of them was captured, nanoseconds since 1970-01-01T00:00Z
 */
public record Carriage(
    List<Long> packets,
    long timeNanos,
    InetSocketAddress from,
    InetSocketAddress to,
    Transport transport) {
  public Carriage {
    packets = List.copyOf(packets);
    if (packets.isEmpty()) {
      throw new IllegalArgumentException("a message is in a packet");
    }
  }

  public static Carriage of(Packet.Datagram datagram) {
    return new Carriage(
        List.of(datagram.number()),
        datagram.timeNanos(),
        datagram.source(),
        datagram.destination(),
        Transport.UDP);
  }

  /** A message of our own captures. */
  public static Carriage of(Packet.Message message) {
    return new Carriage(
        List.of(message.number()),
        message.timeNanos(),
        message.source(),
        message.destination(),
        message.transport());
  }

  /** {@code count} octets of a TCP stream, from place {@code from} of a run. */
  public static Carriage of(Flow flow, Run run, int from, int count) {
    List<Span> spans = run.carriers(from, count);
    return new Carriage(
        spans.stream().map(Span::packet).distinct().sorted().toList(),
        spans.stream().mapToLong(Span::timeNanos).min().orElseThrow(),
        flow.source(),
        flow.destination(),
        Transport.TCP);
  }

  /** The first packet that holds a part of it. */
  public long packet() {
    return packets.getFirst();
  }
}
