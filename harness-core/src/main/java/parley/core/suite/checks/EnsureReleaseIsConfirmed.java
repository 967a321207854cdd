package parley.core.suite.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.core.suite.CallView;
import parley.core.transcript.CallEvent;

/** When the harness hangs up, the candidate confirms it in time. */
public record EnsureReleaseIsConfirmed() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3261 §15.1.2");
  }

  @Override
  public Outcome examine(CallView view) {
    int limit = view.plan().thresholds().releaseSeconds();
    String expected = "the end of the call confirmed within " + limit + " s";
    Optional<CallEvent.Releasing> asked =
        view.call().first(CallEvent.Releasing.class, Heading.SENT);
    if (asked.isEmpty()) {
      return new Outcome.Undecided(expected, "the harness did not come to hang up");
    }
    Optional<CallEvent.Released> confirmed =
        view.call().first(CallEvent.Released.class, Heading.RECEIVED);
    if (confirmed.isEmpty()) {
      return new Outcome.Violated(
          expected, "no confirmation", Inspected.messages(1), List.of(asked.get().packet()));
    }
    long took = confirmed.get().timeNanos() - asked.get().timeNanos();
    return Outcome.of(
        took <= limit * 1_000_000_000L,
        expected,
        "confirmed after " + Seconds.millis(took) + " ms",
        Inspected.messages(2),
        List.of(asked.get().packet(), confirmed.get().packet()));
  }
}
