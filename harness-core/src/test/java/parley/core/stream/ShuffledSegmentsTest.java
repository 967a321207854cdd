package parley.core.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.record.Packet;
import parley.core.wire.Octets;

/** However segments are cut, mixed and repeated, the stream is the one that was sent. */
class ShuffledSegmentsTest {
  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void giveTheStreamThatWasSent(long seed) {
    Random random = new Random(seed);
    Octets sent = octets(random, 1 + random.nextInt(6_000));
    long start = random.nextBoolean() ? random.nextLong() : 0xffff_ffffL - random.nextInt(5_000);
    List<Packet.Segment> segments = cut(random, sent, start + 1);
    if (random.nextBoolean()) {
      segments.add(at(0, start, Packet.Segment.SYN, Octets.EMPTY));
    }
    Collections.shuffle(segments, random);
    List<Packet.Segment> numbered = numbered(segments);
    Flow flow = flow(numbered);
    assertEquals(1, flow.runs().size(), flow::toString);
    assertEquals(sent, flow.runs().getFirst().octets());
    assertEquals(List.of(), flow.problems());
    everyOctetKnowsItsPacket(flow, numbered, start + 1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tellExactlyWhichOctetsAreMissing(long seed) {
    Random random = new Random(seed);
    Octets sent = octets(random, 100 + random.nextInt(3_000));
    long start = random.nextLong();
    List<Packet.Segment> segments = new ArrayList<>();
    boolean[] there = new boolean[sent.length()];
    for (int i = 0; i < 12; i++) {
      int from = random.nextInt(sent.length());
      int count = 1 + random.nextInt(Math.min(200, sent.length() - from));
      segments.add(at(0, start + 1 + from, Packet.Segment.ACK, sent.slice(from, count)));
      for (int k = from; k < from + count; k++) {
        there[k] = true;
      }
    }
    segments.add(at(0, start, Packet.Segment.SYN, Octets.EMPTY));
    segments.add(at(0, start + 1 + sent.length(), Packet.Segment.FIN, Octets.EMPTY));
    Collections.shuffle(segments, random);
    Flow flow = flow(numbered(segments));
    int place = 0;
    for (Run run : flow.runs()) {
      for (int i = 0; i < run.missingBefore(); i++) {
        assertTrue(!there[place++]);
      }
      assertEquals(sent.slice(place, run.length()), run.octets());
      for (int i = 0; i < run.length(); i++) {
        assertTrue(there[place++]);
      }
    }
    assertEquals(sent.length() - place, flow.missingAtEnd());
    long gaps = flow.runs().stream().filter(run -> run.missingBefore() > 0).count();
    assertEquals(gaps + (flow.missingAtEnd() > 0 ? 1 : 0), flow.problems().size());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverThrowWhateverTheySay(long seed) {
    Random random = new Random(seed);
    TcpStreams streams = new TcpStreams(1 + random.nextInt(4), 1 + random.nextInt(500));
    for (int i = 1; i <= 200; i++) {
      streams.add(
          Wire.segment(
              i,
              Wire.address(1 + random.nextInt(3), 1 + random.nextInt(2)),
              Wire.address(1 + random.nextInt(3), 1 + random.nextInt(2)),
              random.nextBoolean() ? random.nextInt(400) : random.nextLong(),
              random.nextInt(4) == 0 ? random.nextInt(256) : Packet.Segment.ACK,
              octets(random, random.nextInt(60))));
    }
    for (Connection connection : streams.connections()) {
      for (Flow flow : connection.flows()) {
        for (Run run : flow.runs()) {
          assertEquals(run.length(), run.octets().length());
          assertEquals(run.octets().slice(0, 1), run.beginning(1));
        }
      }
    }
  }

  private static void everyOctetKnowsItsPacket(
      Flow flow, List<Packet.Segment> segments, long start) {
    Map<Long, Packet.Segment> byNumber = new HashMap<>();
    segments.forEach(segment -> byNumber.put(segment.number(), segment));
    for (Span span : flow.runs().getFirst().spans()) {
      Packet.Segment segment = Objects.requireNonNull(byNumber.get(span.packet()));
      assertEquals(segment.timeNanos(), span.timeNanos());
      int within = (int) (start + span.at() - segment.sequence());
      assertEquals(segment.payload().slice(within, span.octets().length()), span.octets());
    }
  }

  /** Pieces that cover everything, some twice, some across the borders of others. */
  private static List<Packet.Segment> cut(Random random, Octets sent, long first) {
    List<Packet.Segment> segments = new ArrayList<>();
    int at = 0;
    while (at < sent.length()) {
      int count = Math.min(sent.length() - at, 1 + random.nextInt(700));
      int before = random.nextInt(4) == 0 ? random.nextInt(at + 1) : 0;
      segments.add(
          at(0, first + at - before, Packet.Segment.ACK, sent.slice(at - before, count + before)));
      if (random.nextInt(4) == 0) {
        segments.add(at(0, first + at, Packet.Segment.ACK, sent.slice(at, count)));
      }
      at += count;
    }
    return segments;
  }

  private static Flow flow(List<Packet.Segment> segments) {
    TcpStreams streams = TcpStreams.standard();
    segments.forEach(streams::add);
    assertEquals(1, streams.connections().size());
    return streams.connections().getFirst().toServer();
  }

  private static Packet.Segment at(long number, long sequence, int flags, Octets payload) {
    return Wire.segment(number, Wire.CLIENT, Wire.SERVER, sequence, flags, payload);
  }

  private static List<Packet.Segment> numbered(List<Packet.Segment> segments) {
    List<Packet.Segment> numbered = new ArrayList<>();
    for (Packet.Segment each : segments) {
      numbered.add(at(numbered.size() + 1, each.sequence(), each.flags(), each.payload()));
    }
    return numbered;
  }

  private static Octets octets(Random random, int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    return Octets.of(octets);
  }
}
