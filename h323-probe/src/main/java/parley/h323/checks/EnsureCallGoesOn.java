package parley.h323.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/**
 * What the candidate does not know or need not heed leaves the call and its media as they were.
 *
 * @param fromNanos when that came; empty where the script did not come to it
 */
public record EnsureCallGoesOn(After after, Optional<Long> fromNanos) implements Check<CallView> {
  private static final long LONGEST_GAP_MILLIS = 500;
  private static final long LONGEST_VIDEO_GAP_MILLIS = 1000;

  /** What the candidate has to survive. */
  public enum After {
    UNKNOWN_MESSAGE("EnsureUnknownMessageIsSurvived", "Q.931 §5.8.4", "a message nobody knows"),
    EMPTY_PACKET("EnsureEmptyPacketIsSurvived", "RFC 1006 §6", "a TPKT without content"),
    NOTIFY("EnsureNotifyIsSurvived", "Q.931 §5.9", "a Notify"),
    SHORT_DATAGRAMS(
        "EnsureShortDatagramsAreSurvived", "RFC 6263 §4.1", "datagrams too short for RTP");

    private final String check;
    private final String clause;
    private final String words;

    After(String check, String clause, String words) {
      this.check = check;
      this.clause = clause;
      this.words = words;
    }
  }

  @Override
  public String name() {
    return after.check;
  }

  @Override
  public Clause clause() {
    return Clause.of(after.clause);
  }

  @Override
  public Outcome examine(CallView view) {
    String expected = "call and media go on after " + after.words;
    if (fromNanos.isEmpty() || view.answered().isEmpty()) {
      return new Outcome.Undecided(expected, "it did not come to that");
    }
    long from = fromNanos.get();
    Optional<CallEvent.Releasing> ended = view.call().first(CallEvent.Releasing.class);
    if (ended.filter(event -> event.heading() == Heading.RECEIVED).isPresent()) {
      return new Outcome.Violated(
          expected, "the candidate ended it", Inspected.messages(1), List.of(ended.get().packet()));
    }
    long until = ended.map(CallEvent::timeNanos).orElse(Long.MAX_VALUE);
    List<String> seen = new ArrayList<>();
    boolean silent = false;
    long inspected = 0;
    for (MediaKind kind : List.of(MediaKind.AUDIO, MediaKind.VIDEO)) {
      List<MediaFlow.Arrival> all = view.received(kind);
      if (all.isEmpty() || all.getFirst().timeNanos() >= from) {
        continue;
      }
      inspected += all.size();
      long gap = longestGap(all, from, until) / 1_000_000;
      silent |= gap > (kind == MediaKind.AUDIO ? LONGEST_GAP_MILLIS : LONGEST_VIDEO_GAP_MILLIS);
      seen.add(
          "the longest gap of " + kind.name().toLowerCase(Locale.ROOT) + " was " + gap + " ms");
    }
    if (inspected == 0) {
      return new Outcome.Undecided(expected, "no media had come before");
    }
    return Outcome.of(
        !silent, expected, String.join(", ", seen), Inspected.packets(inspected), List.of());
  }

  /** Silence up to the end counts, where the end is known. */
  private static long longestGap(List<MediaFlow.Arrival> packets, long from, long until) {
    long last = from;
    long worst = 0;
    for (MediaFlow.Arrival packet : packets) {
      if (packet.timeNanos() >= from && packet.timeNanos() < until) {
        worst = Math.max(worst, packet.timeNanos() - last);
        last = packet.timeNanos();
      }
    }
    return until == Long.MAX_VALUE ? worst : Math.max(worst, until - last);
  }
}
