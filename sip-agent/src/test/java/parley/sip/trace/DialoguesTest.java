package parley.sip.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.trace.Party;
import parley.core.trace.Trace;
import parley.core.trace.TracedCall;
import parley.core.trace.TracedMessage;
import parley.core.trace.Tree;
import parley.core.trace.TreeRow;

/** Which messages belong together, and what is said of those that are none. */
class DialoguesTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @Test
  void callsRegistrationsAndQuestionsAreToldApart() {
    Trace trace =
        new Talk()
            .datagram(Talk.CALLER, Talk.CALLED, Talk.request("REGISTER", "r", "", ""))
            .datagram(Talk.CALLER, Talk.CALLED, Talk.request("INVITE", "c", "", ""))
            .datagram(Talk.CALLER, Talk.CALLED, Talk.request("OPTIONS", "o", "", ""))
            .datagram(Talk.CALLER, Talk.CALLED, Talk.request("BYE", "c", "", ""))
            .trace();
    assertEquals(
        List.of(TracedCall.Kind.REGISTRATION, TracedCall.Kind.CALL, TracedCall.Kind.OTHER),
        trace.calls().stream().map(TracedCall::kind).toList());
    assertEquals("sip:a@192.0.2.1 calls sip:room@192.0.2.2", trace.calls().get(1).title());
    assertEquals(2, trace.calls().get(1).messages().size());
  }

  @Test
  void aRepetitionIsMarked() {
    String invite = Talk.request("INVITE", "c", "", "");
    List<TracedMessage> messages =
        new Talk()
            .datagram(Talk.CALLER, Talk.CALLED, invite)
            .datagram(Talk.CALLER, Talk.CALLED, invite)
            .trace()
            .messages();
    assertEquals(List.of(false, true), messages.stream().map(TracedMessage::repeated).toList());
  }

  @Test
  void messagesOfOurOwnCapturesAreRead() {
    assertEquals(
        List.of("INVITE"), new Talk().message(Talk.request("INVITE", "c", "", "")).names());
  }

  @Test
  void sipIsFoundOnAnyPort() {
    assertEquals(
        List.of("INVITE"),
        new Talk()
            .datagram(
                Talk.address("192.0.2.1", 1234),
                Talk.address("192.0.2.2", 999),
                Talk.request("INVITE", "c", "", ""))
            .names());
  }

  @Test
  void aPortOfTheMomentIsTheProgramThatListens() {
    String invite = Talk.request("INVITE", "c", "", "").replace("192.0.2.1;", "127.0.0.1:5080;");
    List<Party> parties =
        new Talk()
            .datagram(Talk.address("127.0.0.1", 49_146), Talk.address("127.0.0.1", 5070), invite)
            .trace()
            .calls()
            .getFirst()
            .parties();
    assertEquals(
        List.of("127.0.0.1:5080", "127.0.0.1:5070"), parties.stream().map(Party::label).toList());
  }

  @Test
  void keepAlivesAreNoMessages() {
    assertEquals(
        List.of("BYE"),
        new Talk()
            .datagram(Talk.CALLER, Talk.CALLED, "\r\n\r\n")
            .datagram(Talk.CALLER, Talk.CALLED, "     ")
            .datagram(Talk.CALLER, Talk.CALLED, Talk.request("BYE", "c", "", ""))
            .names());
  }

  @Test
  void whatIsBrokenBetweenTheSamePeersIsShownWithItsOctets() {
    String broken = Talk.request("INVITE", "c", "", "").replace(" SIP/2.0\r\nVia", " SIPP\r\nVia");
    Trace trace =
        new Talk()
            .datagram(Talk.CALLER, Talk.CALLED, Talk.request("INVITE", "c", "", ""))
            .datagram(Talk.CALLER, Talk.CALLED, broken)
            .datagram(Talk.CALLED, Talk.CALLER, "\1\2\3")
            .trace();
    List<TracedMessage> messages = trace.calls().getFirst().messages();
    assertEquals(
        List.of("INVITE", "unreadable", "unknown"),
        messages.stream().map(TracedMessage::name).toList());
    assertTrue(messages.get(1).tree() instanceof Tree.Malformed);
    assertTrue(messages.get(2).tree() instanceof Tree.Unknown);
    assertEquals(1, trace.calls().getFirst().malformed());
  }

  @Test
  void aMessageWithoutCallIdIsKept() {
    TracedCall call =
        new Talk()
            .datagram(
                Talk.CALLER,
                Talk.CALLED,
                Talk.request("INVITE", "c", "", "").replace("Call-ID: c\r\n", ""))
            .trace()
            .calls()
            .getFirst();
    assertEquals("SIP without Call-ID", call.id());
    assertTrue(call.messages().getFirst().problems().contains("no Call-ID"));
  }

  @Test
  void everyFieldOfADescriptionHasItsMeaning() {
    String sdp =
        """
        v=0
        o=- 1 2 IN IP4 192.0.2.1
        s=-
        c=IN IP4 192.0.2.1
        b=AS:768
        t=0 0
        q=what
        m=video 9078 RTP/AVP 97
        a=rtpmap:97 H264/90000
        a=fmtp:97 profile-level-id=42e01f;packetization-mode=1
        a=rtpmap:x
        nonsense
        """
            .replace("\n", "\r\n");
    TracedMessage message =
        new Talk()
            .datagram(
                Talk.CALLER,
                Talk.CALLED,
                Talk.request("INVITE", "c", "Content-Type: application/sdp\n", sdp))
            .trace()
            .messages()
            .getFirst();
    List<TreeRow> rows = TreeRow.of(message.tree());
    assertTrue(says(rows, "b", "AS:768 kbit/s"), rows::toString);
    assertTrue(says(rows, "format 97", "H264, 90000 Hz"), rows::toString);
    assertTrue(
        says(rows, "profile-level-id", "42e01f (constrained baseline, level 3.1)"), rows::toString);
    assertEquals(
        List.of("q", "a", "line 12"),
        rows.stream()
            .filter(row -> row.mark() == TreeRow.Mark.MALFORMED)
            .map(TreeRow::name)
            .toList());
    assertEquals("sip:room@192.0.2.2; video H264", message.summary());
    assertTrue(
        message.problems().stream().anyMatch(each -> each.contains("line 12")), message::toString);
  }

  private static boolean says(List<TreeRow> rows, String name, String text) {
    return rows.stream().anyMatch(row -> row.name().equals(name) && row.text().equals(text));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void damagedMessagesNeverThrowAndKeepTheirOctets(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String sdp =
        "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nm=audio 1 RTP/AVP 0\r\na=fmtp:0 x=1\r\n";
    String more =
        """
        Contact: "A, B" <sip:a@b;x=y>;q=1, <sip:c@d>
        WWW-Authenticate: Digest realm="x", nonce="y", algorithm=SHA-256
        Content-Type: application/sdp
        """;
    StringBuilder text = new StringBuilder(Talk.request("INVITE", "c", more, sdp));
    for (int i = random.nextInt(20); i >= 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.deleteCharAt(at);
        default -> text.insert(at, "\"<>;,=:\r\n ".charAt(random.nextInt(10)));
      }
    }
    String damaged = text.toString();
    List<TracedMessage> messages =
        new Talk()
            .datagram(Talk.CALLER, Talk.CALLED, Talk.request("INVITE", "c", "", ""))
            .datagram(Talk.CALLER, Talk.CALLED, damaged)
            .trace()
            .messages();
    assertEquals(2, messages.size());
    assertEquals(Talk.octets(damaged), messages.getLast().octets());
    assertTrue(TreeRow.of(messages.getLast().tree()).size() >= 1);
    assertTrue(
        new Talk()
                .syn().stream(damaged).fin().trace().messages().stream()
                    .mapToInt(message -> message.octets().length())
                    .sum()
            <= damaged.length());
  }
}
