package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;

/** It answers the request to close a channel, whichever way. */
public record EnsureCloseRequestIsAnswered() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.245 §B.3.7");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "RequestChannelCloseAck or RequestChannelCloseReject";
    Optional<ControlView.Said<RequestMessage.RequestChannelClose>> request =
        view.first(Heading.SENT, RequestMessage.RequestChannelClose.class);
    if (request.isEmpty()) {
      return new Outcome.Undecided(expected, "it had no channel that we could ask about");
    }
    int channel = request.get().message().value().forwardLogicalChannelNumber();
    boolean accepted =
        view.said(Heading.RECEIVED, ResponseMessage.RequestChannelCloseAck.class).stream()
            .anyMatch(each -> each.message().value().forwardLogicalChannelNumber() == channel);
    boolean rejected =
        view.said(Heading.RECEIVED, ResponseMessage.RequestChannelCloseReject.class).stream()
            .anyMatch(each -> each.message().value().forwardLogicalChannelNumber() == channel);
    return Outcome.of(
        accepted || rejected,
        expected,
        accepted ? "accepted" : rejected ? "rejected" : "no answer",
        Inspected.messages(1),
        List.of(request.get().packet()));
  }
}
