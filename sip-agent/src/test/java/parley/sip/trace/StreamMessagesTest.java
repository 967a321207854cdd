package parley.sip.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.trace.Trace;
import parley.core.trace.TracedMessage;
import parley.core.trace.Tree;

/** Messages of a TCP stream, whatever of it the capture holds. */
class StreamMessagesTest {
  private static final String INVITE = Talk.request("INVITE", "c1", "", "v=0\r\n");
  private static final String BYE = Talk.request("BYE", "c1", "", "");

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areFoundHoweverTheStreamIsCut(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String all = INVITE + "\r\n\r\n" + BYE;
    Talk talk = new Talk().syn();
    for (int at = 0; at < all.length(); ) {
      int end = Math.min(all.length(), at + 1 + random.nextInt(120));
      talk.stream(all.substring(at, end));
      at = end;
    }
    List<TracedMessage> messages = talk.trace().messages();
    assertEquals(List.of("INVITE", "BYE"), talk.names());
    assertEquals(Talk.octets(INVITE), messages.getFirst().octets());
    assertEquals(Talk.octets(BYE), messages.getLast().octets());
    assertEquals(2, messages.getFirst().packet(), "the packet of its first octet");
  }

  @Test
  void afterTheMiddleOfOneTheNextIsFound() {
    TracedMessage rest =
        new Talk()
            .stream("ag=x\r\nContent-Length: 0\r\n\r\n" + INVITE).stream(BYE)
                .trace()
                .messages()
                .getFirst();
    assertEquals("unreadable", rest.name());
    assertEquals(
        List.of("begins no message: the capture began within the connection"), rest.problems());
    assertTrue(rest.tree() instanceof Tree.Malformed);
    assertEquals(
        List.of("unreadable", "INVITE", "BYE"),
        new Talk().stream("ag=x\r\n\r\n" + INVITE).stream(BYE).names());
  }

  @Test
  void aGapIsSaidAndTheNextMessageFound() {
    int half = INVITE.length() / 2;
    Talk talk =
        new Talk()
            .syn().stream(INVITE.substring(0, half)).lost(40).stream(
                INVITE.substring(half + 40) + BYE);
    assertEquals(List.of("INVITE", "unreadable", "BYE"), talk.names());
    Trace trace = talk.trace();
    List<String> problems = trace.messages().getFirst().problems();
    assertTrue(
        problems.contains("cut off: then 40 octets of the stream are not in the capture"),
        problems::toString);
    assertEquals(1, trace.problems().size());
    assertEquals(1, trace.calls().size(), "all of one stream stays with its call");
  }

  @Test
  void oneThatTheCaptureCutsOffIsShownAsFarAsItGoes() {
    TracedMessage cut =
        new Talk().syn().stream(INVITE.substring(0, 150)).trace().messages().getFirst();
    assertEquals("INVITE", cut.name());
    assertTrue(cut.problems().contains("cut off: the capture ends first"), cut::toString);
  }

  @Test
  void withoutContentLengthTheProblemIsSaid() {
    TracedMessage message =
        new Talk()
            .syn().stream(BYE.replace("Content-Length: 0\r\n", ""))
                .fin()
                .trace()
                .messages()
                .getFirst();
    assertEquals(
        List.of("no Content-Length, which a stream needs (RFC 3261 §18.3)"), message.problems());
  }

  @Test
  void aStreamOfSomethingElseIsLeftAlone() {
    Talk talk = new Talk().syn().stream("GET /log HTTP/1.1\r\nHost: x\r\n\r\n" + BYE).fin();
    assertEquals(List.of(), talk.trace().calls());
  }
}
