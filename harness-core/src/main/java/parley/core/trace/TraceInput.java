package parley.core.trace;

import java.util.ArrayList;
import java.util.List;
import parley.core.record.Packet;
import parley.core.stream.Connection;
import parley.core.stream.StreamProblem;
import parley.core.stream.TcpStreams;

/**
 * What a protocol finds its messages in: the packets of a capture and the TCP connections made of
 * their segments. A protocol takes what it knows by content or by what an earlier message said, and
 * leaves the rest alone.
 *
 * @param packets all, in the order of the capture
 * @param connections in the order of their first packets
 * @param problems of the segments that concern no single connection
 */
public record TraceInput(
    List<Packet> packets, List<Connection> connections, List<StreamProblem> problems) {
  public TraceInput {
    packets = List.copyOf(packets);
    connections = List.copyOf(connections);
    problems = List.copyOf(problems);
  }

  /** Puts the segments among the packets together, within {@link TcpStreams#standard()} limits. */
  public static TraceInput of(List<Packet> packets) {
    TcpStreams streams = TcpStreams.standard();
    for (Packet packet : packets) {
      if (packet instanceof Packet.Segment segment) {
        streams.add(segment);
      }
    }
    return new TraceInput(packets, streams.connections(), streams.problems());
  }

  /** UDP, signalling and media alike. */
  public List<Packet.Datagram> datagrams() {
    return only(Packet.Datagram.class);
  }

  /** Messages of stream transports as our own captures keep them, after decryption. */
  public List<Packet.Message> messages() {
    return only(Packet.Message.class);
  }

  private <P extends Packet> List<P> only(Class<P> kind) {
    List<P> found = new ArrayList<>();
    for (Packet packet : packets) {
      if (kind.isInstance(packet)) {
        found.add(kind.cast(packet));
      }
    }
    return found;
  }
}
