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
 * When its user stops the content the candidate gives the right back and sends no more.
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
    String expected = "the right given back, and no content 1000 ms after its user stopped it";
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
    List<MediaFlow.Arrival> late =
        came.stream().filter(packet -> packet.timeNanos() > stopped + GRACE_NANOS).toList();
    Inspected inspected = Inspected.packets(came.size());
    if (!late.isEmpty()) {
      return new Outcome.Violated(
          expected,
          late.size() + " packets came later",
          inspected,
          late.stream().map(MediaFlow.Arrival::number).limit(5).toList());
    }
    return Outcome.of(
        back.isPresent(),
        expected,
        back.isPresent() ? "so it was" : "the right was not given back",
        inspected,
        back.map(CallEvent.Content::packet).stream().toList());
  }
}
