package parley.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.core.record.Transport;
import parley.core.stream.StreamProblem;
import parley.core.trace.Carriage;
import parley.core.trace.Trace;
import parley.core.trace.TracedCall;
import parley.core.trace.TracedMessage;
import parley.core.trace.Tree;
import parley.core.wire.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A trace as a page and as JSON. */
class TracePageTest {
  private static final String HOSTILE = "<script>alert(1)</script>\" onload='x' &amp;";
  private static final Octets OCTETS = Octets.ofHex("00ff41");

  @Test
  void textFromTheWireCannotChangeThePage() {
    String page = page(List.of(HOSTILE));
    assertFalse(page.contains("<script>"), page);
    assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
  }

  @Test
  void needsNothingFromElsewhere() {
    assertFalse(page(List.of()).matches("(?s).*(?:src=|<link|@import|url\\().*"));
  }

  @Test
  void hasAStyleForPaper() {
    assertTrue(page(List.of()).contains("\n@media print {"));
  }

  @Test
  void whatWasNotUnderstoodStandsThereWithItsOctets() {
    String page = page(List.of("broken"));
    assertTrue(page.contains("class=\"malformed\""), page);
    assertTrue(page.contains("class=\"unknown\""), page);
    assertTrue(page.contains("00 ff 41"), page);
    assertTrue(page.contains("1 of them malformed"), page);
    assertTrue(page.contains("7 octets are not in the capture"), page);
  }

  @Test
  void everyMessageIsOneLineOfJson() {
    TracedCall call = call(List.of("broken \u2028"));
    String line = TraceJson.line(call, call.messages().getFirst());
    assertEquals(1, line.lines().count());
    assertTrue(line.chars().allMatch(each -> each < 127), line);
    JsonNode read = JsonMapper.shared().readTree(line);
    assertEquals(5, read.get("packet").asInt());
    assertEquals(6, read.get("packets").get(1).asInt());
    assertEquals("1970-01-01T00:00:01.000000001Z", read.get("time").asString());
    assertEquals("192.0.2.1:1719", read.get("from").asString());
    assertEquals("setup", read.get("carriedIn").asString());
    assertEquals("broken \u2028", read.get("problems").get(0).asString());
    assertEquals("00ff41", read.get("octets").asString());
    JsonNode children = read.get("tree").get("children");
    assertEquals("bad", children.get(3).get("problem").asString());
    assertTrue(children.get(2).get("unknown").asBoolean());
  }

  private static String page(List<String> problems) {
    return HtmlReport.write(
        new TracePage(
            HOSTILE,
            new Trace(
                List.of(call(problems)),
                List.of(new StreamProblem(9, "7 octets are not in the capture"))),
            List.of(HOSTILE),
            "Parley test"));
  }

  private static TracedCall call(List<String> problems) {
    TracedMessage message =
        new TracedMessage(
            new Carriage(
                List.of(5L, 6L),
                1_000_000_001L,
                new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 1719),
                new InetSocketAddress(InetAddress.ofLiteral("192.0.2.2"), 1719),
                Transport.TCP),
            "H.245",
            HOSTILE,
            Optional.of("id"),
            Optional.of("setup"),
            true,
            HOSTILE,
            new Tree.Branch(
                HOSTILE,
                HOSTILE,
                List.of(
                    new Tree.Leaf("leaf", HOSTILE),
                    new Tree.Opaque("token", OCTETS),
                    new Tree.Unknown("extension", OCTETS),
                    new Tree.Malformed("rest", "bad", OCTETS))),
            problems,
            OCTETS);
    return TracedCall.of(HOSTILE, TracedCall.Kind.CALL, HOSTILE, List.of(message));
  }
}
