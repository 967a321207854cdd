package parley.core.suite.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.suite.CallView;
import parley.core.transcript.CallEvent;

/** A call that is not answered at once rings. */
public record EnsureProgressIsShown() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3261 §13.3.1.1");
  }

  @Override
  public Outcome examine(CallView view) {
    String expected = "ringing shown to the caller";
    Optional<CallEvent.Dialled> dialled = view.call().first(CallEvent.Dialled.class);
    if (dialled.isEmpty()) {
      return new Outcome.Undecided(expected, "no call was made");
    }
    Optional<CallEvent.Progressed> ringing =
        view.call().all(CallEvent.Progressed.class).stream()
            .filter(CallEvent.Progressed::ringing)
            .findFirst();
    return ringing
        .<Outcome>map(
            event ->
                new Outcome.Satisfied(
                    expected, "it rang", Inspected.messages(2), List.of(event.packet())))
        .orElseGet(
            () ->
                new Outcome.Violated(
                    expected, "none", Inspected.messages(1), List.of(dialled.get().packet())));
  }
}
