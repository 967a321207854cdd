package parley.core.suite.checks;

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

/** After the end of the call the candidate sends no more media. */
public record EnsureMediaStopsAfterRelease() implements Check<CallView> {
  /** What is on its way when the end is confirmed may still come. */
  private static final long GRACE_NANOS = 500_000_000L;

  @Override
  public Clause clause() {
    return Clause.of("RFC 3261 §15");
  }

  @Override
  public Outcome examine(CallView view) {
    String expected = "no media later than 500 ms after the end of the call";
    Optional<Long> end =
        view.call()
            .first(CallEvent.Released.class)
            .map(CallEvent::timeNanos)
            .or(() -> view.call().first(CallEvent.Releasing.class).map(CallEvent::timeNanos));
    if (end.isEmpty()) {
      return new Outcome.Undecided(expected, "the call did not end");
    }
    List<MediaFlow.Arrival> audio = view.received(MediaKind.AUDIO);
    List<MediaFlow.Arrival> video = view.received(MediaKind.VIDEO);
    if (audio.isEmpty() && video.isEmpty()) {
      return new Outcome.Undecided(expected, "no media came at all, so none could stop");
    }
    List<Long> late =
        java.util.stream.Stream.concat(audio.stream(), video.stream())
            .filter(packet -> packet.timeNanos() > end.get() + GRACE_NANOS)
            .map(MediaFlow.Arrival::number)
            .sorted()
            .toList();
    return Outcome.of(
        late.isEmpty(),
        expected,
        late.size() + " packets came later",
        Inspected.packets(audio.size() + video.size()),
        late.stream().limit(5).toList());
  }
}
