package parley.core.suite.checks;

import java.util.List;
import java.util.Optional;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.core.suite.CallView;
import parley.core.transcript.CallEvent;
import parley.core.transcript.CallEvent.Content.Turn;

/** The candidate lets the harness show content when it asks, and takes the line for it. */
public record EnsureContentIsTaken() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("ITU-T H.239 §11");
  }

  @Override
  public Outcome examine(CallView view) {
    String expected = "the right to show content granted, and its line taken";
    List<CallEvent.Content> turns = view.call().all(CallEvent.Content.class);
    Optional<CallEvent.Content> asked =
        turns.stream()
            .filter(each -> each.heading() == Heading.SENT && each.turn() == Turn.ASKS)
            .findFirst();
    if (asked.isEmpty()) {
      return new Outcome.Undecided(
          expected,
          view.answered().isEmpty()
              ? "the call was not answered"
              : "the harness did not ask: the candidate does not say that it takes content");
    }
    Inspected inspected = Inspected.messages(turns.size());
    Optional<CallEvent.Content> answer =
        turns.stream()
            .filter(each -> each.heading() == Heading.RECEIVED)
            .filter(each -> each.turn() == Turn.GRANTS || each.turn() == Turn.REFUSES)
            .findFirst();
    if (answer.isEmpty()) {
      return new Outcome.Violated(
          expected, "no answer to the request came", inspected, List.of(asked.get().packet()));
    }
    if (answer.get().turn() == Turn.REFUSES) {
      return new Outcome.Violated(
          expected, "it was refused", inspected, List.of(answer.get().packet()));
    }
    boolean taken =
        view.call().all(CallEvent.Agreed.class).stream()
            .flatMap(agreed -> agreed.agreement().line(MediaKind.CONTENT).stream())
            .anyMatch(MediaAgreement.Line::weSend);
    return Outcome.of(
        taken,
        expected,
        taken ? "so it was" : "the right was granted, and its line not taken",
        inspected,
        List.of(answer.get().packet()));
  }
}
