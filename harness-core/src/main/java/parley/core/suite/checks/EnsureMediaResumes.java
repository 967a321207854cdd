package parley.core.suite.checks;

import java.util.ArrayList;
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

/** After the hold is taken back every kind of media that came before comes again. */
public record EnsureMediaResumes() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3264 §8.4");
  }

  @Override
  public Outcome examine(CallView view) {
    int limit = view.plan().thresholds().firstMediaMillis();
    String expected = "media again within " + limit + " ms of the end of the hold";
    Optional<CallEvent.Agreed> resumed = EnsureHoldIsAccepted.resumed(view);
    if (resumed.isEmpty()) {
      return EnsureHoldIsAccepted.hold(view)
          .<Outcome>map(
              hold ->
                  new Outcome.Violated(
                      expected,
                      "the end of the hold was not agreed",
                      Inspected.messages(1),
                      List.of(hold.packet())))
          .orElseGet(() -> new Outcome.Undecided(expected, "the call was not held"));
    }
    long at = resumed.get().timeNanos();
    List<String> silent = new ArrayList<>();
    long inspected = 0;
    for (MediaKind kind : List.of(MediaKind.AUDIO, MediaKind.VIDEO)) {
      List<MediaFlow.Arrival> all = view.received(kind);
      List<MediaFlow.Arrival> again =
          all.stream().filter(packet -> packet.timeNanos() >= at).toList();
      inspected += all.size();
      boolean inTime = !again.isEmpty() && again.getFirst().timeNanos() - at <= limit * 1_000_000L;
      if (!all.isEmpty() && !inTime) {
        silent.add(kind.name().toLowerCase(Locale.ROOT));
      }
    }
    if (inspected == 0) {
      return new Outcome.Undecided(expected, "no media came at all");
    }
    return Outcome.of(
        silent.isEmpty(),
        expected,
        silent.isEmpty() ? "so it was" : "no " + String.join(" and no ", silent),
        Inspected.packets(inspected),
        List.of(resumed.get().packet()));
  }
}
