package parley.core.suite.checks;

import java.util.List;
import java.util.Optional;
import parley.core.call.MediaAgreement;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.suite.CallView;
import parley.core.transcript.CallEvent;

/** A hold (our lines sendonly) is answered with lines that do not send. */
public record EnsureHoldIsAccepted() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3264 §8.4");
  }

  @Override
  public Outcome examine(CallView view) {
    String expected = "the hold answered with lines that are recvonly or inactive";
    Optional<CallEvent.Agreed> hold = hold(view);
    if (hold.isEmpty()) {
      Optional<CallEvent.Refused> refused = view.call().first(CallEvent.Refused.class);
      return refused
          .<Outcome>map(
              event ->
                  new Outcome.Violated(
                      expected,
                      "refused: " + event.text(),
                      Inspected.messages(1),
                      List.of(event.packet())))
          .orElseGet(() -> noAnswer(view, expected));
    }
    List<String> sending =
        hold.get().agreement().lines().stream()
            .filter(MediaAgreement.Line::accepted)
            .filter(line -> line.theirs().direction().sends())
            .map(line -> line.kind() + " " + line.theirs().direction())
            .toList();
    return Outcome.of(
        sending.isEmpty(),
        expected,
        sending.isEmpty() ? "so it was" : String.join(", ", sending),
        Inspected.messages(1),
        List.of(hold.get().packet()));
  }

  private static Outcome noAnswer(CallView view, String expected) {
    List<CallEvent.Proposed> proposals = view.call().all(CallEvent.Proposed.class);
    return proposals.size() < 2
        ? new Outcome.Undecided(expected, "the harness did not come to the hold")
        : new Outcome.Violated(
            expected, "no answer to it", Inspected.messages(1), List.of(proposals.get(1).packet()));
  }

  /** The agreement in which our side does not receive. */
  static Optional<CallEvent.Agreed> hold(CallView view) {
    return view.call().all(CallEvent.Agreed.class).stream()
        .filter(
            agreed ->
                agreed.agreement().ours().lines().stream()
                    .noneMatch(line -> !line.refused() && line.direction().receives()))
        .findFirst();
  }

  /** The first agreement after the hold in which our side receives again. */
  static Optional<CallEvent.Agreed> resumed(CallView view) {
    return hold(view)
        .flatMap(
            hold ->
                view.call().all(CallEvent.Agreed.class).stream()
                    .filter(agreed -> agreed.packet() > hold.packet())
                    .filter(
                        agreed ->
                            agreed.agreement().ours().lines().stream()
                                .anyMatch(line -> !line.refused() && line.direction().receives()))
                    .findFirst());
  }
}
