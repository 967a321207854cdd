package parley.core.suite.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.suite.CallView;
import parley.core.transcript.CallEvent;

/** The call is taken in time. */
public record EnsureCallIsAnswered() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3261 §13.3.1.4");
  }

  @Override
  public Outcome examine(CallView view) {
    int limit = view.plan().thresholds().answerSeconds();
    String expected = "the call answered within " + limit + " s";
    Inspected inspected = Inspected.messages(view.call().events().size());
    Optional<CallEvent.Dialled> dialled = view.call().first(CallEvent.Dialled.class);
    if (dialled.isEmpty()) {
      return new Outcome.Undecided(expected, "no call was made");
    }
    Optional<CallEvent.Answered> answered = view.answered();
    if (answered.isPresent()) {
      long took = answered.get().timeNanos() - dialled.get().timeNanos();
      return Outcome.of(
          took <= limit * 1_000_000_000L,
          expected,
          "answered after " + Seconds.millis(took) + " ms",
          inspected,
          List.of(dialled.get().packet(), answered.get().packet()));
    }
    Optional<CallEvent.Refused> refused = view.call().first(CallEvent.Refused.class);
    return new Outcome.Violated(
        expected,
        refused.map(event -> "refused: " + event.text()).orElse("no final answer"),
        inspected,
        List.of(refused.map(CallEvent::packet).orElse(dialled.get().packet())));
  }
}
