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

/** It answers a round trip delay request with the number of the request. */
public record EnsureRoundTripIsAnswered() implements Check<ControlView> {
  @Override
  public Clause clause() {
    return Clause.of("H.245 §B.7.2");
  }

  @Override
  public Outcome examine(ControlView view) {
    String expected = "a RoundTripDelayResponse with the number of our request";
    Optional<ControlView.Said<RequestMessage.RoundTripDelayRequest>> request =
        view.first(Heading.SENT, RequestMessage.RoundTripDelayRequest.class);
    if (request.isEmpty()) {
      return new Outcome.Undecided(expected, "we could not ask");
    }
    List<Integer> numbers =
        view.said(Heading.RECEIVED, ResponseMessage.RoundTripDelayResponse.class).stream()
            .map(each -> each.message().value().sequenceNumber())
            .toList();
    int asked = request.get().message().value().sequenceNumber();
    return Outcome.of(
        numbers.contains(asked),
        expected,
        numbers.isEmpty() ? "no answer" : "asked with " + asked + ", answered with " + numbers,
        Inspected.messages(1 + numbers.size()),
        List.of(request.get().packet()));
  }
}
