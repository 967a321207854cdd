package parley.core.suite.checks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.core.call.MediaAgreement;
import parley.core.call.Refusal;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.suite.CallView;
import parley.core.transcript.CallEvent;

/**
 * An offer nothing of which can be used is refused in time with a reason that says so, or answered
 * with every line refused.
 */
public record EnsureCallIsRefused(Set<Refusal> reasons) implements Check<CallView> {
  public EnsureCallIsRefused {
    reasons = Set.copyOf(reasons);
  }

  @Override
  public Clause clause() {
    return Clause.of("RFC 3261 §13.3.1.3");
  }

  @Override
  public Outcome examine(CallView view) {
    int limit = view.plan().thresholds().answerSeconds();
    String expected =
        "the call refused within " + limit + " s as not acceptable, or every line of it refused";
    Inspected inspected = Inspected.messages(view.call().events().size());
    Optional<CallEvent.Dialled> dialled = view.call().first(CallEvent.Dialled.class);
    if (dialled.isEmpty()) {
      return new Outcome.Undecided(expected, "no call was made");
    }
    Optional<CallEvent.Refused> refused = view.call().first(CallEvent.Refused.class);
    if (refused.isPresent()) {
      return Outcome.of(
          reasons.contains(refused.get().reason())
              && refused.get().timeNanos() - dialled.get().timeNanos() <= limit * 1_000_000_000L,
          expected,
          "refused: " + refused.get().text(),
          inspected,
          List.of(refused.get().packet()));
    }
    Optional<MediaAgreement> agreement = view.agreement();
    if (agreement.isPresent()) {
      boolean nothing = agreement.get().lines().stream().noneMatch(MediaAgreement.Line::accepted);
      return Outcome.of(
          nothing,
          expected,
          nothing ? "every line refused" : "accepted",
          inspected,
          List.of(view.answered().map(CallEvent::packet).orElse(dialled.get().packet())));
    }
    return new Outcome.Violated(
        expected, "no final answer", inspected, List.of(dialled.get().packet()));
  }
}
