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

/** It answers a request for a mode, whichever way. */
public record EnsureModeRequestIsAnswered() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.245 §B.6");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "RequestModeAck or RequestModeReject with the number of our request";
    Optional<ControlView.Said<RequestMessage.RequestMode>> request =
        view.first(Heading.SENT, RequestMessage.RequestMode.class);
    if (request.isEmpty()) {
      return new Outcome.Undecided(expected, "we could not ask");
    }
    int asked = request.get().message().value().sequenceNumber();
    boolean accepted =
        view.said(Heading.RECEIVED, ResponseMessage.RequestModeAck.class).stream()
            .anyMatch(each -> each.message().value().sequenceNumber() == asked);
    boolean rejected =
        view.said(Heading.RECEIVED, ResponseMessage.RequestModeReject.class).stream()
            .anyMatch(each -> each.message().value().sequenceNumber() == asked);
    return Outcome.of(
        accepted || rejected,
        expected,
        accepted ? "accepted" : rejected ? "rejected" : "no answer",
        Inspected.messages(1),
        List.of(request.get().packet()));
  }
}
