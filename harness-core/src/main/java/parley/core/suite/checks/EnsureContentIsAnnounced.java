package parley.core.suite.checks;

import java.util.List;
import java.util.Optional;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.core.suite.CallView;
import parley.core.suite.MediaFlow;
import parley.core.transcript.CallEvent;
import parley.core.transcript.CallEvent.Content.Turn;

/** The candidate asks for the right to show content, and shows none before it was granted. */
public record EnsureContentIsAnnounced() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("ITU-T H.239 §11");
  }

  @Override
  public Outcome examine(CallView view) {
    String expected = "the right to show content asked for and granted before any is sent";
    List<MediaFlow.Arrival> came = view.received(MediaKind.CONTENT);
    if (came.isEmpty()) {
      return new Outcome.Undecided(expected, "no content came");
    }
    Optional<CallEvent.Content> granted =
        view.call().all(CallEvent.Content.class).stream()
            .filter(each -> each.heading() == Heading.SENT && each.turn() == Turn.GRANTS)
            .findFirst();
    Inspected inspected = Inspected.packets(came.size());
    long first = came.getFirst().number();
    if (granted.isEmpty()) {
      return new Outcome.Violated(expected, "it was never asked for", inspected, List.of(first));
    }
    return Outcome.of(
        granted.get().packet() < first,
        expected,
        granted.get().packet() < first ? "so it was" : "content came before",
        inspected,
        List.of(granted.get().packet(), first));
  }
}
