package parley.core.stream;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parley.core.record.Packet;
import parley.core.wire.Octets;

/**
 * The octets of one direction by their place in the stream, none twice. Places are sequence numbers
 * counted on without wrapping.
 */
final class Pieces {
  /** No window is wider (RFC 7323 section 2.3), so what lies farther ahead belongs elsewhere. */
  private static final long WIDEST_WINDOW = 1L << 30;

  private static final int MOST_PROBLEMS = 100;

  private record Piece(long packet, long timeNanos, Octets octets) {}

  private final InetSocketAddress source;
  private final InetSocketAddress destination;
  private final int maxOctets;
  private final TreeMap<Long, Piece> pieces = new TreeMap<>();
  private final List<StreamProblem> problems = new ArrayList<>();
  private Optional<Long> start = Optional.empty();
  private Optional<Long> end = Optional.empty();
  private long endPacket;
  private boolean reset;
  private boolean seen;
  private long reached;
  private int held;
  private boolean full;

  Pieces(InetSocketAddress source, InetSocketAddress destination, int maxOctets) {
    this.source = source;
    this.destination = destination;
    this.maxOctets = maxOctets;
  }

  boolean sentBy(InetSocketAddress from, InetSocketAddress to) {
    return source.equals(from) && destination.equals(to);
  }

  /** Whether a SYN cannot have opened this direction. */
  boolean contradicts(Packet.Segment syn) {
    long first = place(syn.sequence()) + 1;
    if (start.isPresent()) {
      return start.get() != first;
    }
    return (!pieces.isEmpty() && pieces.firstKey() < first) || (seen && reached < first);
  }

  void add(Packet.Segment segment) {
    long place = place(segment.sequence());
    boolean syn = segment.has(Packet.Segment.SYN);
    if (syn) {
      place++;
      if (start.isEmpty()) {
        start = Optional.of(place);
      }
    }
    if (segment.has(Packet.Segment.RST)) {
      // What a RST carries is a text for people, not part of the stream (RFC 9293 section 3.5.3).
      return;
    }
    long after = place + segment.payload().length();
    if (seen && Math.abs(place - reached) > WIDEST_WINDOW) {
      problem(segment.number(), "a segment far outside any window is left out");
      return;
    }
    if (!segment.payload().isEmpty()) {
      take(segment, place);
    }
    reached = seen ? Math.max(reached, after) : after;
    seen = true;
    if (segment.has(Packet.Segment.FIN) && end.isEmpty()) {
      end = Optional.of(after);
      endPacket = segment.number();
    }
  }

  void reset() {
    reset = true;
  }

  Flow flow() {
    List<StreamProblem> all = new ArrayList<>(problems);
    List<Run> runs = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    long missing = 0;
    long next = start.orElse(pieces.isEmpty() ? 0 : pieces.firstKey());
    for (Map.Entry<Long, Piece> entry : pieces.entrySet()) {
      Piece piece = entry.getValue();
      if (entry.getKey() > next) {
        if (!spans.isEmpty()) {
          runs.add(new Run(missing, spans));
          spans.clear();
        }
        missing = entry.getKey() - next;
        all.add(new StreamProblem(piece.packet(), gap(missing) + " before this packet"));
      }
      int at = spans.isEmpty() ? 0 : spans.getLast().end();
      spans.add(new Span(at, piece.packet(), piece.timeNanos(), piece.octets()));
      next = entry.getKey() + piece.octets().length();
    }
    if (!spans.isEmpty()) {
      runs.add(new Run(missing, spans));
    }
    boolean known = start.isPresent() || !pieces.isEmpty();
    long atEnd = known && end.isPresent() ? Math.max(0, end.get() - next) : 0;
    if (atEnd > 0) {
      all.add(new StreamProblem(endPacket, gap(atEnd) + " before the end of the stream"));
    }
    Flow.Ending ending =
        end.isPresent() ? Flow.Ending.FINISHED : reset ? Flow.Ending.RESET : Flow.Ending.OPEN;
    return new Flow(source, destination, start.isPresent(), runs, atEnd, ending, all);
  }

  private static String gap(long missing) {
    return missing == 1
        ? "1 octet is not in the capture"
        : missing + " octets are not in the capture";
  }

  /** Where a sequence number lies, nearest to what was reached before. */
  private long place(long sequence) {
    return seen ? reached + (int) (sequence - reached) : sequence;
  }

  /** Keeps what is not yet there. */
  private void take(Packet.Segment segment, long place) {
    Octets octets = segment.payload();
    long from = place;
    if (start.isPresent() && from < start.get()) {
      long before = Math.min(start.get() - from, octets.length());
      problem(segment.number(), "octets before the first of the stream are left out");
      octets = octets.from((int) before);
      from += before;
    }
    long until = from + octets.length();
    boolean differs = false;
    long at = from;
    Map.Entry<Long, Piece> before = pieces.floorEntry(from);
    if (before != null) {
      long covered = before.getKey() + before.getValue().octets().length();
      if (covered > from) {
        long shared = Math.min(covered, until);
        differs = differs(before, octets, from, from, shared);
        at = shared;
      }
    }
    while (at < until) {
      Map.Entry<Long, Piece> following = pieces.ceilingEntry(at);
      long free = following == null ? until : Math.min(until, following.getKey());
      if (free > at) {
        keep(segment, at, octets.slice((int) (at - from), (int) (free - at)));
        at = free;
      }
      if (following != null && at < until) {
        long shared = Math.min(until, following.getKey() + following.getValue().octets().length());
        differs |= differs(following, octets, from, at, shared);
        at = shared;
      }
    }
    // A keep-alive repeats the last octet with any content (RFC 9293 section 3.8.4).
    if (differs && octets.length() > 1) {
      problem(segment.number(), "sent again with other content; the first is kept");
    }
  }

  private void keep(Packet.Segment segment, long at, Octets octets) {
    int kept = Math.min(octets.length(), maxOctets - held);
    if (kept > 0) {
      pieces.put(at, new Piece(segment.number(), segment.timeNanos(), octets.slice(0, kept)));
      held += kept;
    }
    if (kept < octets.length() && !full) {
      full = true;
      problem(segment.number(), "more than " + maxOctets + " octets: what follows is left out");
    }
  }

  private static boolean differs(
      Map.Entry<Long, Piece> kept, Octets octets, long octetsAt, long from, long until) {
    int count = (int) (until - from);
    return !kept.getValue()
        .octets()
        .slice((int) (from - kept.getKey()), count)
        .equals(octets.slice((int) (from - octetsAt), count));
  }

  private void problem(long packet, String what) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new StreamProblem(packet, what));
    }
  }
}
