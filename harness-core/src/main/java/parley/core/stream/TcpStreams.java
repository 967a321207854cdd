package parley.core.stream;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.core.record.Packet;

/**
 * Puts TCP segments together to streams (RFC 9293 section 3.4): in any order, repeated,
 * overlapping, with the beginning or parts in between missing, over the wrap of sequence numbers.
 * Of octets that come twice the first stay, as they do in most receivers; a repetition with other
 * content is a {@link StreamProblem}. Never throws on what segments say.
 *
 * <p>Works on a finished capture: {@link #connections()} may be asked at any time and tells what is
 * known so far. Not for use by several threads at once.
 */
public final class TcpStreams {
  /** Connections that {@link #standard()} keeps apart. */
  public static final int MAX_CONNECTIONS = 16_384;

  /** Octets of one direction that {@link #standard()} keeps: 32 MiB. */
  public static final int MAX_OCTETS_EACH_WAY = 32 << 20;

  private record Ends(InetSocketAddress source, InetSocketAddress destination) {
    Ends back() {
      return new Ends(/* source= */ destination, /* destination= */ source);
    }
  }

  private final int maxConnections;
  private final int maxOctetsEachWay;
  private final List<Pair> all = new ArrayList<>();
  private final Map<Ends, Pair> current = new HashMap<>();
  private final List<StreamProblem> problems = new ArrayList<>();
  private boolean full;

  /**
   * @param maxConnections connections that are kept apart; segments of any further one are left out
   *     and reported
   * @param maxOctetsEachWay octets of one direction that are kept; further ones are left out and
   *     reported
   */
  public TcpStreams(int maxConnections, int maxOctetsEachWay) {
    if (maxConnections < 1 || maxOctetsEachWay < 1) {
      throw new IllegalArgumentException("limits below 1");
    }
    this.maxConnections = maxConnections;
    this.maxOctetsEachWay = maxOctetsEachWay;
  }

  /** With limits that hold any signalling. */
  public static TcpStreams standard() {
    return new TcpStreams(MAX_CONNECTIONS, MAX_OCTETS_EACH_WAY);
  }

  public void add(Packet.Segment segment) {
    pair(segment)
        .ifPresent(
            pair -> {
              boolean fromClient = pair.toServer.sentBy(segment.source(), segment.destination());
              Pieces way = fromClient ? pair.toServer : pair.toClient;
              way.add(segment);
              if (segment.has(Packet.Segment.RST)) {
                pair.toServer.reset();
                pair.toClient.reset();
              }
            });
  }

  /** In the order of their first packets. */
  public List<Connection> connections() {
    List<Connection> connections = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      Pair pair = all.get(i);
      connections.add(new Connection(i, pair.toServer.flow(), pair.toClient.flow()));
    }
    return connections;
  }

  /** What concerns no single connection. */
  public List<StreamProblem> problems() {
    return List.copyOf(problems);
  }

  private Optional<Pair> pair(Packet.Segment segment) {
    Ends ends = new Ends(segment.source(), segment.destination());
    Pair known = current.get(ends);
    if (known != null && !opensAnother(known, segment)) {
      return Optional.of(known);
    }
    if (all.size() == maxConnections) {
      if (!full) {
        full = true;
        problems.add(
            new StreamProblem(
                segment.number(),
                "more than " + maxConnections + " TCP connections: further ones are left out"));
      }
      if (known != null) {
        current.remove(ends);
        current.remove(ends.back());
      }
      return Optional.empty();
    }
    boolean answer = segment.has(Packet.Segment.SYN) && segment.has(Packet.Segment.ACK);
    Ends opened = answer ? ends.back() : ends;
    Pair pair =
        new Pair(
            new Pieces(opened.source(), opened.destination(), maxOctetsEachWay),
            new Pieces(opened.destination(), opened.source(), maxOctetsEachWay));
    all.add(pair);
    current.put(ends, pair);
    current.put(ends.back(), pair);
    return Optional.of(pair);
  }

  /** A SYN that is no repetition of the one that opened the connection opens another. */
  private static boolean opensAnother(Pair known, Packet.Segment segment) {
    if (!segment.has(Packet.Segment.SYN)) {
      return false;
    }
    boolean fromClient = known.toServer.sentBy(segment.source(), segment.destination());
    return (fromClient ? known.toServer : known.toClient).contradicts(segment);
  }

  private record Pair(Pieces toServer, Pieces toClient) {}
}
