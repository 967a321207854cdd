package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.core.suite.MediaFlow;
import parley.h323.h245.CommandMessage;
import parley.h323.h245.FlowControlCommand;

/** Told to send video no faster than so, it does. */
public record EnsureRateIsLimited() implements Check<ControlView> {
  private static final long GRACE_NANOS = 1_000_000_000L;

  @Override
  public Clause clause() {
    return Clause.of("H.245 §B.13");
  }

  @Override
  public Outcome examine(ControlView view) {
    Optional<ControlView.Said<CommandMessage.FlowControlCommand>> command =
        view.first(Heading.SENT, CommandMessage.FlowControlCommand.class);
    if (command.isEmpty()
        || !(command.get().message().value().restriction()
            instanceof FlowControlCommand.Restriction.MaximumBitRate(int hundreds))) {
      return new Outcome.Undecided("video within a limit", "it had no video that could be limited");
    }
    long limit = hundreds * 100L;
    String expected =
        "at most " + limit + " bit/s of video a second after the limit, and a quarter";
    long at = command.get().timeNanos();
    List<MediaFlow.Arrival> all = view.call().received(MediaKind.VIDEO);
    long before = Rates.of(all, Long.MIN_VALUE, at);
    long after = Rates.of(all, at + GRACE_NANOS, Long.MAX_VALUE);
    if (before <= limit + limit / 4) {
      return new Outcome.Undecided(expected, "it sent only " + before + " bit/s before");
    }
    return Outcome.of(
        after <= limit + limit / 4,
        expected,
        before + " bit/s before, " + after + " bit/s afterwards",
        new Inspected(1, all.size(), 0),
        List.of(command.get().packet()));
  }

  private static final class Rates {
    /** Payload bits a second between the first and the last packet of that time. */
    static long of(List<MediaFlow.Arrival> all, long from, long to) {
      List<MediaFlow.Arrival> some =
          all.stream().filter(each -> each.timeNanos() >= from && each.timeNanos() < to).toList();
      if (some.size() < 2) {
        return 0;
      }
      long octets = some.stream().mapToLong(each -> each.rtp().payload().length()).sum();
      long nanos = Math.max(1, some.getLast().timeNanos() - some.getFirst().timeNanos());
      return (long) (octets * 8e9 / nanos);
    }
  }
}
