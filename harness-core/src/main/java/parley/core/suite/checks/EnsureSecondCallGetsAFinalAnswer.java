package parley.core.suite.checks;

import java.util.List;
import java.util.Optional;
import parley.core.call.Refusal;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.suite.CallView;
import parley.core.transcript.CallEvent;

/**
 * A second call to a candidate in a call is refused as busy, or taken by one that can hold several;
 * it is never left without a final answer.
 */
public record EnsureSecondCallGetsAFinalAnswer() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3261 §13.3.1.3");
  }

  @Override
  public Outcome examine(CallView view) {
    int limit = view.plan().thresholds().answerSeconds();
    String expected = "the second call refused as busy or answered within " + limit + " s";
    Optional<CallEvent.Dialled> dialled = view.call().first(CallEvent.Dialled.class);
    if (dialled.isEmpty()) {
      return new Outcome.Undecided(expected, "no second call was made");
    }
    Optional<CallEvent.Refused> refused = view.call().first(CallEvent.Refused.class);
    Optional<? extends CallEvent> answer = refused.isPresent() ? refused : view.answered();
    if (answer.isEmpty()) {
      return new Outcome.Violated(
          expected, "no final answer", Inspected.messages(1), List.of(dialled.get().packet()));
    }
    long took = answer.get().timeNanos() - dialled.get().timeNanos();
    boolean proper =
        refused
            .map(event -> event.reason() == Refusal.BUSY || event.reason() == Refusal.DECLINED)
            .orElse(true);
    return Outcome.of(
        proper && took <= limit * 1_000_000_000L,
        expected,
        refused.map(event -> "refused: " + event.text()).orElse("answered")
            + " after "
            + Seconds.millis(took)
            + " ms",
        Inspected.messages(view.call().events().size()),
        List.of(dialled.get().packet(), answer.get().packet()));
  }
}
