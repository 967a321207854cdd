package parley.h323.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import parley.core.record.Packet;
import parley.core.trace.Trace;
import parley.core.trace.TraceInput;
import parley.core.trace.TracedMessage;
import parley.core.trace.Tree;
import parley.core.wire.Octets;

/** Runs its seeds in a normal build; junit-platform.properties says how to search for more. */
class TraceFuzzTest {
  private static final InetSocketAddress CALLER = new InetSocketAddress("192.0.2.1", 20_000);
  private static final InetSocketAddress CALLED = new InetSocketAddress("192.0.2.2", 1720);
  private static final InetSocketAddress GATEKEEPER = new InetSocketAddress("192.0.2.3", 1719);

  /** Most nodes of a tree: values, and those that hold what contains them. */
  private static final int MOST_NODES = 50_000;

  @FuzzTest(maxDuration = "100s")
  void callSignallingNeverThrows(byte[] octets) {
    SignalMessage read = SignalMessage.read(Octets.of(octets));
    check(read.tree(), 0, new int[1]);
  }

  @FuzzTest(maxDuration = "100s")
  void streamsOfTpktNeverThrowAndKeepEveryOctet(byte[] octets) {
    Octets run = Octets.of(octets);
    int at = 0;
    for (TpktFrames.Frame frame : TpktFrames.cut(run)) {
      assertEquals(at, frame.at());
      at += frame.length();
    }
    assertEquals(octets.length, at);
    trace(
        List.of(
            new Packet.Segment(
                1, 1, Optional.empty(), CALLER, CALLED, 0, Packet.Segment.SYN, Octets.EMPTY),
            new Packet.Segment(
                2, 2, Optional.empty(), CALLER, CALLED, 1, Packet.Segment.ACK, run)));
  }

  @FuzzTest(maxDuration = "100s")
  void datagramsToGatekeeperNeverThrow(byte[] octets) {
    trace(
        List.of(
            new Packet.Datagram(1, 1, Optional.empty(), CALLER, GATEKEEPER, Octets.of(octets))));
  }

  private static void trace(List<Packet> packets) {
    Trace trace = H323Trace.read(TraceInput.of(packets));
    for (TracedMessage message : trace.messages()) {
      check(message.tree(), 0, new int[1]);
    }
  }

  private static void check(Tree tree, int depth, int[] nodes) {
    nodes[0]++;
    assertTrue(nodes[0] <= MOST_NODES && depth <= Tree.MAX_DEPTH);
    if (tree instanceof Tree.Branch branch) {
      branch.children().forEach(child -> check(child, depth + 1, nodes));
    }
  }
}
