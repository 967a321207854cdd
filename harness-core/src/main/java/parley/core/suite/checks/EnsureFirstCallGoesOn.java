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

/** A second call, however it is answered, leaves the audio of the first without a gap. */
public record EnsureFirstCallGoesOn(long fromNanos) implements Check<CallView> {
  private static final long LONGEST_GAP_NANOS = 500_000_000L;

  @Override
  public Clause clause() {
    return Clause.of("RFC 3261 §14");
  }

  @Override
  public Outcome examine(CallView view) {
    String expected = "the first call goes on without a gap over 500 ms";
    if (fromNanos == Long.MAX_VALUE || view.answered().isEmpty()) {
      return new Outcome.Undecided(expected, "there were no two calls");
    }
    Optional<CallEvent.Releasing> ended = view.call().first(CallEvent.Releasing.class);
    long until = ended.map(CallEvent::timeNanos).orElse(Long.MAX_VALUE);
    boolean endedByCandidate =
        ended.filter(event -> event.heading() == Heading.RECEIVED).isPresent();
    if (endedByCandidate) {
      return new Outcome.Violated(
          expected, "the candidate ended it", Inspected.messages(1), List.of(ended.get().packet()));
    }
    List<MediaFlow.Arrival> packets =
        view.received(MediaKind.AUDIO).stream()
            .filter(packet -> packet.timeNanos() >= fromNanos && packet.timeNanos() < until)
            .toList();
    if (packets.size() < 2) {
      return new Outcome.Violated(
          expected,
          packets.size() + " audio packets after the second call was made",
          Inspected.messages(1),
          List.of());
    }
    long worst = packets.getFirst().timeNanos() - fromNanos;
    long at = packets.getFirst().number();
    for (int i = 1; i < packets.size(); i++) {
      long gap = packets.get(i).timeNanos() - packets.get(i - 1).timeNanos();
      if (gap > worst) {
        worst = gap;
        at = packets.get(i).number();
      }
    }
    // A call that falls silent for good has its gap at the end.
    long silent = ended.isEmpty() ? 0 : until - packets.getLast().timeNanos();
    if (silent > worst) {
      worst = silent;
      at = packets.getLast().number();
    }
    return Outcome.of(
        worst <= LONGEST_GAP_NANOS,
        expected,
        "the longest gap was " + Seconds.millis(worst) + " ms",
        Inspected.packets(packets.size()),
        List.of(at));
  }
}
