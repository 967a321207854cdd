package parley.h323.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.h245.OpenLogicalChannelAck;
import parley.h323.h245.ResponseMessage;

/**
 * Its first audio channel is in session 1, its first video channel in session 2, and it takes ours
 * in the session we opened them in.
 */
public record EnsureSessionsAreNumbered() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.245 §B.3.1");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "audio in session 1, video in session 2, ours where we opened them";
    List<String> wrong = new ArrayList<>();
    List<Long> packets = new ArrayList<>();
    int inspected = 0;
    for (MediaKind kind : List.of(MediaKind.AUDIO, MediaKind.VIDEO)) {
      Optional<ControlView.Said<ChannelParameters>> first =
          ChannelParameters.opened(view).stream()
              .filter(each -> each.message().kind() == kind)
              .findFirst();
      if (first.isPresent()) {
        inspected++;
        int session = first.get().message().parameters().sessionID();
        if (session != (kind == MediaKind.AUDIO ? 1 : 2)) {
          wrong.add(kind + " in session " + session);
          packets.add(first.get().packet());
        }
      }
    }
    Map<Integer, Integer> ours = new HashMap<>();
    ChannelParameters.of(view, Heading.SENT)
        .forEach(
            each -> ours.put(each.message().number(), each.message().parameters().sessionID()));
    for (ControlView.Said<ResponseMessage.OpenLogicalChannelAck> ack :
        view.said(Heading.RECEIVED, ResponseMessage.OpenLogicalChannelAck.class)) {
      int asked = ours.getOrDefault(ack.message().value().forwardLogicalChannelNumber(), 0);
      if (asked != 0) {
        inspected++;
        int given = Sessions.of(ack.message().value()).orElse(asked);
        if (given != asked) {
          wrong.add("session " + asked + " of ours taken as " + given);
          packets.add(ack.packet());
        }
      }
    }
    if (inspected == 0) {
      return new Outcome.Undecided(expected, "no channel was opened");
    }
    return Outcome.of(
        wrong.isEmpty(),
        expected,
        wrong.isEmpty() ? "so it is" : String.join(", ", wrong),
        Inspected.messages(inspected),
        packets);
  }

  private static final class Sessions {
    static Optional<Integer> of(OpenLogicalChannelAck ack) {
      return ack.forwardMultiplexAckParameters()
          .flatMap(
              parameters ->
                  parameters
                          instanceof
                          OpenLogicalChannelAck.ForwardMultiplexAckParameters
                              .H2250LogicalChannelAckParameters(var found)
                      ? found.sessionID()
                      : Optional.empty());
    }
  }
}
