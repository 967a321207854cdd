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

/**
 * When its user stops the content the candidate gives the right back and sends no more. How long
 * its user takes to be told is not the candidate's matter.
 *
 * @param stoppedNanos when its user was made to stop; empty where the script did not come to it
 */
public record EnsureContentEnds(Optional<Long> stoppedNanos) implements Check<CallView> {
  private static final long GRACE_NANOS = 1_000_000_000L;

  @Override
  public Clause clause() {
    return Clause.of("ITU-T H.239 §11");
  }

  @Override
  public Outcome examine(CallView view) {
    String expected = "the right given back after its user stopped, and no content 1000 ms later";
    List<MediaFlow.Arrival> came = view.received(MediaKind.CONTENT);
    if (stoppedNanos.isEmpty() || came.isEmpty()) {
      return new Outcome.Undecided(expected, "no content was stopped");
    }
    long stopped = stoppedNanos.get();
    Optional<CallEvent.Content> back =
        view.call().all(CallEvent.Content.class).stream()
            .filter(each -> each.heading() == Heading.RECEIVED && each.turn() == Turn.GIVES_BACK)
            .filter(each -> each.timeNanos() >= stopped)
            .findFirst();
    Inspected inspected = Inspected.packets(came.size());
    if (back.isEmpty()) {
      return new Outcome.Violated(
          expected, "the right was not given back", inspected, List.of(came.getLast().number()));
    }
    long end = back.get().timeNanos() + GRACE_NANOS;
    List<Long> late =
        came.stream()
            .filter(packet -> packet.timeNanos() > end)
            .map(MediaFlow.Arrival::number)
            .toList();
    return Outcome.of(
        late.isEmpty(),
        expected,
        late.isEmpty() ? "so it was" : late.size() + " packets came later",
        inspected,
        late.isEmpty() ? List.of(back.get().packet()) : late.stream().limit(5).toList());
  }
}
