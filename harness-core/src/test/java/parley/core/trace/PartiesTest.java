package parley.core.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.core.record.Transport;
import parley.core.wire.Octets;

/** Which addresses are one column of a ladder. */
class PartiesTest {
  @Test
  void aHostIsOneWithAllItsPorts() {
    assertEquals(
        List.of("192.0.2.1", "192.0.2.2"),
        labels(
            new Parties(),
            message("192.0.2.1", 1719, "192.0.2.2", 1719),
            message("192.0.2.1", 40_000, "192.0.2.2", 1720)));
  }

  @Test
  void aHostThatTalksToItselfIsShownByAddress() {
    assertEquals(
        List.of("127.0.0.1:5080", "127.0.0.1:5070"),
        labels(new Parties(), message("127.0.0.1", 5080, "127.0.0.1", 5070)));
  }

  @Test
  void addressesThatAreSaidToBelongTogetherAreOne() {
    Parties parties = new Parties();
    parties.join(address("127.0.0.1", 5080), address("127.0.0.1", 49_146));
    assertEquals(
        List.of("127.0.0.1:5080", "127.0.0.1:5070"),
        labels(
            parties,
            message("127.0.0.1", 49_146, "127.0.0.1", 5070),
            message("127.0.0.1", 5070, "127.0.0.1", 5080)));
  }

  @Test
  void writesVersionSixInBracketsAndShort() {
    for (String text :
        List.of(
            "2001:db8::1",
            "::",
            "::1",
            "fe80::",
            "2001:db8:0:1:1:1:1:1",
            "2001::1:0:0:1",
            "1:2:3:4:5:6:7:8",
            "64:ff9b::c000:201")) {
      assertEquals("[" + text + "]:5060", Parties.text(address(text, 5060)));
    }
  }

  private static List<String> labels(Parties parties, TracedMessage... messages) {
    return parties.among(List.of(messages)).stream().map(Party::label).toList();
  }

  private static InetSocketAddress address(String host, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(host), port);
  }

  private static TracedMessage message(String from, int fromPort, String to, int toPort) {
    return new TracedMessage(
        new Carriage(List.of(1L), 0, address(from, fromPort), address(to, toPort), Transport.UDP),
        "X",
        "x",
        Optional.empty(),
        Optional.empty(),
        false,
        "",
        new Tree.Leaf("x", ""),
        List.of(),
        Octets.EMPTY);
  }
}
