package parley.core.suite.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.suite.CallView;
import parley.core.suite.MediaFlow;
import parley.core.transcript.CallEvent;

/** While it is held the candidate sends no media. */
public record EnsureQuietDuringHold() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3264 §8.4");
  }

  @Override
  public Outcome examine(CallView view) {
    int grace = view.plan().thresholds().holdQuietMillis();
    String expected = "no media later than " + grace + " ms after the hold was answered";
    Optional<CallEvent.Agreed> hold = EnsureHoldIsAccepted.hold(view);
    if (hold.isEmpty()) {
      return new Outcome.Undecided(expected, "the call was not held");
    }
    long from = hold.get().timeNanos() + grace * 1_000_000L;
    long to =
        view.call().events().stream()
            .filter(event -> event instanceof CallEvent.Proposed)
            .filter(event -> event.packet() > hold.get().packet())
            .mapToLong(CallEvent::timeNanos)
            .findFirst()
            .orElse(Long.MAX_VALUE);
    List<MediaFlow.Arrival> before = new ArrayList<>();
    List<MediaFlow.Arrival> during = new ArrayList<>();
    for (MediaKind kind : List.of(MediaKind.AUDIO, MediaKind.VIDEO)) {
      for (MediaFlow.Arrival packet : view.received(kind)) {
        if (packet.timeNanos() < from) {
          before.add(packet);
        } else if (packet.timeNanos() < to) {
          during.add(packet);
        }
      }
    }
    if (before.isEmpty()) {
      return new Outcome.Undecided(expected, "no media came before the hold either");
    }
    return Outcome.of(
        during.isEmpty(),
        expected,
        during.size() + " packets during the hold, " + before.size() + " before it",
        Inspected.packets(before.size() + during.size()),
        during.stream().map(MediaFlow.Arrival::number).limit(5).toList());
  }
}
