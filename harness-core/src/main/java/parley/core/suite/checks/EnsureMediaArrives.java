package parley.core.suite.checks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.suite.CallView;
import parley.core.suite.MediaFlow;
import parley.core.transcript.CallEvent;

/** Media of one kind come from the candidate within the time the plan allows. */
public record EnsureMediaArrives(MediaKind kind) implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3264 §5.1");
  }

  @Override
  public String name() {
    return kind == MediaKind.AUDIO ? "EnsureAudioArrives" : "EnsureVideoArrives";
  }

  @Override
  public Outcome examine(CallView view) {
    int limit = view.plan().thresholds().firstMediaMillis();
    String what = kind.name().toLowerCase(Locale.ROOT);
    String expected = what + " from the candidate within " + limit + " ms of the answer";
    Optional<CallEvent.Answered> answered = view.answered();
    if (answered.isEmpty()) {
      return new Outcome.Undecided(expected, "the call was not answered");
    }
    List<MediaFlow.Arrival> packets = view.received(kind);
    if (packets.isEmpty()) {
      return new Outcome.Violated(
          expected,
          "no " + what + " packet came",
          Inspected.messages(1),
          List.of(answered.get().packet()));
    }
    long took = packets.getFirst().timeNanos() - answered.get().timeNanos();
    return Outcome.of(
        took <= limit * 1_000_000L,
        expected,
        "first of " + packets.size() + " packets after " + Seconds.millis(took) + " ms",
        Inspected.packets(packets.size()),
        List.of(packets.getFirst().number()));
  }
}
