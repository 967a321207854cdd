package parley.h323.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.core.record.Packet;
import parley.core.trace.Trace;
import parley.core.trace.TraceInput;
import parley.core.trace.TracedMessage;
import parley.core.trace.Tree;
import parley.core.wire.Octets;
import parley.h323.h225.CallIdentifier;
import parley.h323.per.PerLimits;

/** What is malformed or unknown stands in the tree with its octets, and in the problems. */
class FaultsAreShownTest {
  private static final InetSocketAddress ENDPOINT = new InetSocketAddress("192.0.2.1", 40_000);
  private static final InetSocketAddress GATEKEEPER = new InetSocketAddress("192.0.2.3", 1719);
  private static final String GUID = "00112233445566778899aabbccddeeff";

  private static List<Tree> leaves(Tree tree) {
    if (!(tree instanceof Tree.Branch branch)) {
      return List.of(tree);
    }
    List<Tree> leaves = new ArrayList<>();
    branch.children().forEach(child -> leaves.addAll(leaves(child)));
    return leaves;
  }

  private static Decoded identifier(String hex) {
    return ValueTree.read(
        "callIdentifier", CallIdentifier.TYPE, Octets.ofHex(hex), PerLimits.USUAL);
  }

  @Test
  void additionsOfLaterVersionsStandWithIndexAndOctets() {
    // Two additions declared, the second one there: 3 octets.
    Decoded decoded = identifier("80" + GUID + "0280 03 abcdef".replace(" ", ""));
    assertEquals(
        new Tree.Unknown("addition 1", Octets.ofHex("abcdef")), leaves(decoded.tree()).getLast());
  }

  @Test
  void whereReadingStoppedTheRestStands() {
    Decoded decoded = identifier("00" + GUID.substring(0, 8));
    assertEquals(
        new Tree.Malformed(
            "guid",
            "ends early: 128 bits expected, 32 left (octet 1)",
            Octets.ofHex("00" + GUID.substring(0, 8))),
        leaves(decoded.tree()).getLast());
    assertEquals(1, decoded.problems().size());
  }

  @Test
  void malformedRasAtItsPortIsShown() {
    Packet packet =
        new Packet.Datagram(7, 1, Optional.empty(), ENDPOINT, GATEKEEPER, Octets.ofHex("0e 40 ff"));
    Trace trace = H323Trace.read(TraceInput.of(List.of(packet)));
    TracedMessage message = trace.messages().getFirst();
    assertEquals("registrationRequest", message.name());
    assertEquals(7, message.packet());
    assertTrue(!message.problems().isEmpty());
    assertTrue(leaves(message.tree()).getLast() instanceof Tree.Malformed);
  }

  @Test
  void mediaIsLeftAlone() {
    byte[] rtp = new byte[172];
    rtp[0] = (byte) 0x80;
    Packet packet =
        new Packet.Datagram(
            1,
            1,
            Optional.empty(),
            ENDPOINT,
            new InetSocketAddress("192.0.2.9", 5004),
            Octets.of(rtp));
    assertEquals(List.of(), H323Trace.read(TraceInput.of(List.of(packet))).messages());
  }
}
