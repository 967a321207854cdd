package parley.core.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.core.record.Packet.Segment.ACK;
import static parley.core.record.Packet.Segment.FIN;
import static parley.core.record.Packet.Segment.SYN;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.core.record.Packet;
import parley.core.wire.Octets;

/** What is wrong with the segments is said, with the packet that shows it. */
class StreamProblemsTest {
  @Test
  void aGapSaysHowManyOctetsAreMissing() {
    Flow flow =
        new Wire()
            .client(0, SYN, "")
            .client(1, ACK, "one")
            .client(14, ACK, "three")
            .client(19, FIN, "")
            .connections()
            .getFirst()
            .toServer();
    assertEquals("one[10]three", Wire.text(flow));
    assertEquals(
        List.of(new StreamProblem(3, "10 octets are not in the capture before this packet")),
        flow.problems());
  }

  @Test
  void aMissingBeginningAndEndAreGapsToo() {
    Flow flow =
        new Wire()
            .client(0, SYN, "")
            .client(3, ACK, "x")
            .client(9, FIN, "")
            .connections()
            .getFirst()
            .toServer();
    assertEquals("[2]x[5]", Wire.text(flow));
  }

  @Test
  void aRepetitionWithOtherContentKeepsTheFirst() {
    Flow flow =
        new Wire()
            .client(0, SYN, "")
            .client(1, ACK, "invite")
            .client(1, ACK, "INVITE")
            .connections()
            .getFirst()
            .toServer();
    assertEquals("invite", Wire.text(flow));
    assertEquals(3, flow.problems().getFirst().packet());
  }

  @Test
  void aKeepAliveIsNoRepetition() {
    Flow flow =
        new Wire()
            .client(0, SYN, "")
            .client(1, ACK, "abc")
            .client(3, ACK, "\0")
            .connections()
            .getFirst()
            .toServer();
    assertEquals("abc", Wire.text(flow));
    assertEquals(List.of(), flow.problems());
  }

  @Test
  void aSegmentFarOutsideAnyWindowIsLeftOut() {
    Flow flow =
        new Wire()
            .client(0, SYN, "")
            .client(1, ACK, "near")
            .client(1_500_000_000L, ACK, "far")
            .connections()
            .getFirst()
            .toServer();
    assertEquals("near", Wire.text(flow));
    assertEquals(3, flow.problems().getFirst().packet());
  }

  @Test
  void moreOctetsThanTheLimitAreLeftOut() {
    Flow flow =
        new Wire()
            .client(0, SYN, "")
            .client(1, ACK, "12345678")
            .client(9, ACK, "9abcdef")
            .into(new TcpStreams(1, 10))
            .connections()
            .getFirst()
            .toServer();
    assertEquals("123456789a", Wire.text(flow));
    assertEquals(
        List.of(new StreamProblem(3, "more than 10 octets: what follows is left out")),
        flow.problems());
  }

  @Test
  void moreConnectionsThanTheLimitAreLeftOut() {
    TcpStreams streams = new TcpStreams(2, 10);
    for (int i = 1; i <= 5; i++) {
      Packet.Segment syn = Wire.segment(i, Wire.address(1, i), Wire.SERVER, 0, SYN, Octets.EMPTY);
      streams.add(syn);
    }
    assertEquals(2, streams.connections().size());
    assertEquals(1, streams.problems().size());
    assertTrue(streams.problems().getFirst().what().contains("more than 2 TCP connections"));
  }
}
