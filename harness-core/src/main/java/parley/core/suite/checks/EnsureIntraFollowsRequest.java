package parley.core.suite.checks;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.media.video.AccessUnit;
import parley.core.suite.H264View;

/**
 * An IDR picture begins within the time the plan allows after the request.
 *
 * @param requestNanos when it was asked for; empty where the script did not come to it
 * @param requestPacket the packet that asked
 * @param nextNanos when it was asked for again: what comes then may answer that
 * @param way how it was asked for, in words
 */
public record EnsureIntraFollowsRequest(
    Optional<Long> requestNanos,
    long requestPacket,
    Optional<Long> nextNanos,
    int limitMillis,
    String way)
    implements Check<H264View> {
  @Override
  public Clause clause() {
    return Clause.of(way.equals("RTCP") ? "RFC 5104 §4.3.1" : "RFC 5168 §7.1");
  }

  @Override
  public String name() {
    return way.equals("RTCP") ? "EnsureIntraFollowsFeedback" : "EnsureIntraFollowsSignalling";
  }

  @Override
  public Outcome examine(H264View view) {
    String expected = "an IDR picture within " + limitMillis + " ms of the request by " + way;
    if (requestNanos.isEmpty()) {
      return new Outcome.Undecided(expected, "the harness did not come to ask");
    }
    long asked = requestNanos.get();
    long before = view.units().stream().filter(unit -> view.startNanos(unit) < asked).count();
    if (before == 0) {
      return new Outcome.Undecided(expected, "no H.264 came before the request");
    }
    Optional<AccessUnit> idr =
        view.units().stream()
            .filter(AccessUnit::hasIdr)
            .filter(unit -> view.startNanos(unit) >= asked)
            .filter(unit -> nextNanos.filter(next -> view.startNanos(unit) >= next).isEmpty())
            .findFirst();
    Inspected inspected = new Inspected(0, view.packets(), view.units().size());
    if (idr.isEmpty()) {
      return new Outcome.Violated(expected, "none came", inspected, List.of(requestPacket));
    }
    long took = view.startNanos(idr.get()) - asked;
    return Outcome.of(
        took <= limitMillis * 1_000_000L,
        expected,
        "it came after " + Seconds.millis(took) + " ms",
        inspected,
        List.of(requestPacket, idr.get().packets().getFirst()));
  }
}
