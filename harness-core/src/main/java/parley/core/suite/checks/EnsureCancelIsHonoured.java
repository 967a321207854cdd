package parley.core.suite.checks;

import java.util.List;
import java.util.Optional;
import parley.core.call.Refusal;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.core.suite.CallView;
import parley.core.transcript.CallEvent;

/** A call given up while it rings ends at the candidate, and the candidate says so. */
public record EnsureCancelIsHonoured() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3261 §9.2");
  }

  @Override
  public Outcome examine(CallView view) {
    int limit = view.plan().thresholds().releaseSeconds();
    String expected = "the call ended as cancelled within " + limit + " s";
    Optional<CallEvent.Cancelled> cancelled =
        view.call().first(CallEvent.Cancelled.class, Heading.SENT);
    if (cancelled.isEmpty()) {
      return view.answered().isPresent()
          ? new Outcome.Undecided(
              expected, "the candidate answered by itself before the call could be given up")
          : new Outcome.Undecided(expected, "the harness did not come to give up the call");
    }
    if (view.answered().isPresent()
        && view.answered().get().timeNanos() < cancelled.get().timeNanos()) {
      return new Outcome.Undecided(
          expected, "the candidate answered by itself before the call could be given up");
    }
    Optional<CallEvent.Refused> ended =
        view.call().all(CallEvent.Refused.class).stream()
            .filter(event -> event.packet() > cancelled.get().packet())
            .findFirst();
    if (ended.isEmpty()) {
      return new Outcome.Violated(
          expected,
          view.answered().isPresent() ? "answered after it was given up" : "it was not ended",
          Inspected.messages(view.call().events().size()),
          List.of(cancelled.get().packet()));
    }
    long took = ended.get().timeNanos() - cancelled.get().timeNanos();
    return Outcome.of(
        ended.get().reason() == Refusal.CANCELLED && took <= limit * 1_000_000_000L,
        expected,
        ended.get().text() + " after " + Seconds.millis(took) + " ms",
        Inspected.messages(view.call().events().size()),
        List.of(cancelled.get().packet(), ended.get().packet()));
  }
}
