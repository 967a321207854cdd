package parley.core.suite.checks;

import java.util.List;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.core.suite.CallView;
import parley.core.suite.MediaFlow;

/**
 * The candidate sends its people picture on while content is shown: no pause of it is longer than a
 * second.
 *
 * @param showing who shows the content
 */
public record EnsureVideoGoesOnBesideContent(Heading showing) implements Check<CallView> {
  private static final long PAUSE_NANOS = 1_000_000_000L;

  @Override
  public Clause clause() {
    return Clause.of("ITU-T H.239 §8");
  }

  @Override
  public Outcome examine(CallView view) {
    String expected = "video of the candidate without a pause of 1000 ms while content is shown";
    List<MediaFlow.Arrival> content = view.packets(MediaKind.CONTENT, showing);
    if (content.isEmpty()) {
      return new Outcome.Undecided(expected, "no content was shown");
    }
    long from = content.getFirst().timeNanos();
    long to = content.getLast().timeNanos();
    List<MediaFlow.Arrival> beside =
        view.received(MediaKind.VIDEO).stream()
            .filter(packet -> packet.timeNanos() >= from && packet.timeNanos() <= to)
            .toList();
    long longest = 0;
    long last = from;
    for (MediaFlow.Arrival packet : beside) {
      longest = Math.max(longest, packet.timeNanos() - last);
      last = packet.timeNanos();
    }
    longest = Math.max(longest, to - last);
    return Outcome.of(
        longest < PAUSE_NANOS,
        expected,
        beside.size() + " packets, the longest pause " + Seconds.millis(longest) + " ms",
        Inspected.packets(content.size() + beside.size()),
        List.of(content.getFirst().number()));
  }
}
