package parley.h323.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.core.wire.Octets;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.RequestMessage;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;

/** The token of H.239. */
class ContentTokenTest {
  @Test
  void messagesAreWrittenAsARecordedTerminalWroteThem() {
    // From a call between two h323plus terminals: request with label 0, channel 103, number 118.
    String recorded = "10801560050008816f02060302c2000002a2006702b20076";
    ContentMessage message = new ContentMessage.TokenRequest(0, 103, 118);
    assertEquals(recorded, message.message().encode().hex());
    MultimediaSystemControlMessage read =
        MultimediaSystemControlMessage.of(
            new PerDecoder(PerLimits.USUAL)
                .decode(MultimediaSystemControlMessage.TYPE, Octets.ofHex(recorded))
                .complete()
                .orElseThrow());
    assertTrue(
        read
                instanceof
                MultimediaSystemControlMessage.Request(RequestMessage.GenericRequest(var generic))
            && ContentMessage.of(generic).equals(Optional.of(message)));
  }

  @Test
  void theHigherNumberWinsWhenBothAsk() {
    for (int seed = 0; seed < 300; seed++) {
      Pair pair = new Pair(seed);
      pair.settle();
      assertTrue(
          EnumSet.of(pair.left.state(), pair.right.state())
              .equals(Set.of(ContentToken.State.OURS, ContentToken.State.THEIRS)),
          "seed " + seed + ": " + pair.left.state() + " and " + pair.right.state());
    }
  }

  @Test
  void whoKeepsTheTokenRejects() {
    ContentToken token = new ContentToken(new Random(1), false);
    token.ask(7);
    token.received(new ContentMessage.TokenResponse(true, 0, 7));
    List<ContentStep> steps = token.received(new ContentMessage.TokenRequest(0, 9, 127));
    assertEquals(
        List.of(new ContentStep.Send(new ContentMessage.TokenResponse(false, 0, 9))), steps);
    assertEquals(ContentToken.State.OURS, token.state());
  }

  @Test
  void whoYieldsStopsShowing() {
    ContentToken token = new ContentToken(new Random(1), true);
    token.ask(7);
    token.received(new ContentMessage.TokenResponse(true, 0, 7));
    List<ContentStep> steps = token.received(new ContentMessage.TokenRequest(0, 9, 1));
    assertEquals(new ContentStep.Taken(true), steps.getLast());
  }

  @Test
  void aThrottledChannelIsReleasedOnRequest() {
    ContentToken token = new ContentToken(new Random(1), true);
    List<ContentStep> steps =
        token.received(new ContentMessage.FlowControlReleaseRequest(5, 10_000));
    assertEquals(
        List.of(new ContentStep.Send(new ContentMessage.FlowControlReleaseResponse(true, 5))),
        steps);
  }

  @Test
  void aReleaseByWhoDoesNotHoldItIsTold() {
    ContentToken token = new ContentToken(new Random(1), true);
    assertInstanceOf(
        ContentStep.Unexpected.class,
        token.received(new ContentMessage.TokenRelease(0, 5)).getFirst());
  }

  /** Two tokens that ask at once; few numbers, so that equal ones are common. */
  private static final class Pair {
    final ContentToken left;
    final ContentToken right;
    private final Queue<ContentMessage> toLeft = new ArrayDeque<>();
    private final Queue<ContentMessage> toRight = new ArrayDeque<>();
    private final Random random;

    Pair(long seed) {
      random = new Random(seed);
      left = new ContentToken(few(seed * 2), true);
      right = new ContentToken(few(seed * 2 + 1), true);
      toRight.addAll(sent(left.ask(1)));
      toLeft.addAll(sent(right.ask(2)));
    }

    private static Random few(long seed) {
      return new Random(seed) {
        private static final long serialVersionUID = 1L;

        @Override
        public int nextInt(int bound) {
          return super.nextInt(3);
        }
      };
    }

    void settle() {
      while (!toLeft.isEmpty() || !toRight.isEmpty()) {
        boolean toTheRight = toLeft.isEmpty() || (!toRight.isEmpty() && random.nextBoolean());
        if (toTheRight) {
          toLeft.addAll(sent(right.received(toRight.remove())));
        } else {
          toRight.addAll(sent(left.received(toLeft.remove())));
        }
      }
    }

    private static List<ContentMessage> sent(List<ContentStep> steps) {
      List<ContentMessage> messages = new ArrayList<>();
      for (ContentStep step : steps) {
        if (step instanceof ContentStep.Send(var message)) {
          messages.add(message);
        }
      }
      return messages;
    }
  }
}
