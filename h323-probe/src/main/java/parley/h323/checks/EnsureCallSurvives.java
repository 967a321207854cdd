package parley.h323.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.core.suite.CallView;
import parley.core.suite.MediaFlow;
import parley.core.transcript.CallEvent;

/**
 * The other side neither ends the call nor falls silent after something that it may ignore but has
 * to bear. Only kinds of media that came before are waited for.
 *
 * @param clause what has it bear it
 * @param what it was sent, in words
 * @param fromNanos when; empty where it was not sent
 */
public record EnsureCallSurvives(Clause clause, String what, OptionalLong fromNanos)
    implements Check<CallView> {
  private static final long LONGEST_GAP_NANOS = 800_000_000L;

  @Override
  public Outcome examine(CallView view) {
    String expected = "the call and its media go on after " + what;
    if (fromNanos.isEmpty() || view.answered().isEmpty()) {
      return new Outcome.Undecided(
          expected, view.answered().isEmpty() ? "the call was not answered" : "it was not sent");
    }
    long from = fromNanos.getAsLong();
    Optional<CallEvent.Releasing> ended = view.call().first(CallEvent.Releasing.class);
    if (ended.filter(event -> event.heading() == Heading.RECEIVED).isPresent()) {
      return new Outcome.Violated(
          expected,
          "the other side ended the call",
          Inspected.messages(1),
          List.of(ended.get().packet()));
    }
    long until = ended.map(CallEvent::timeNanos).orElse(Long.MAX_VALUE);
    List<String> silent = new ArrayList<>();
    long inspected = 0;
    for (MediaKind kind : List.of(MediaKind.AUDIO, MediaKind.VIDEO)) {
      List<Long> times =
          view.received(kind).stream()
              .map(MediaFlow.Arrival::timeNanos)
              .filter(time -> time < until)
              .toList();
      if (!times.isEmpty() && times.getFirst() < from) {
        inspected += times.size();
        long gap = gap(times, from, until);
        if (gap > LONGEST_GAP_NANOS) {
          silent.add(
              kind.name().toLowerCase(Locale.ROOT) + " had a gap of " + gap / 1_000_000 + " ms");
        }
      }
    }
    return Outcome.of(
        silent.isEmpty(),
        expected,
        silent.isEmpty() ? "they do" : String.join(", ", silent),
        new Inspected(1, inspected, 0),
        List.of());
  }

  /** The longest time without a packet; the last one runs until our own end of the call. */
  private static long gap(List<Long> times, long from, long until) {
    long last = from;
    long longest = 0;
    for (long time : times) {
      if (time >= from) {
        longest = Math.max(longest, time - last);
        last = time;
      }
    }
    return until == Long.MAX_VALUE ? longest : Math.max(longest, until - last);
  }
}
