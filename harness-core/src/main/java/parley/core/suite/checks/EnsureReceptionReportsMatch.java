package parley.core.suite.checks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.media.rtcp.ReportBlock;
import parley.core.record.Heading;
import parley.core.suite.CallView;
import parley.core.suite.MediaFlow;

/**
 * The highest sequence number the candidate reports for our stream is one we had sent when the
 * report came, and lags behind by no more than the plan allows; the loss it reports on a path that
 * loses nothing stays within the same tolerance.
 */
public record EnsureReceptionReportsMatch(MediaKind kind) implements Check<CallView> {
  /**
   * Packets and reports take time to get there, and time in the queues of both sides: what went out
   * or came in this shortly before a report may or may not be counted in it.
   */
  static final long UNDER_WAY_NANOS = 250_000_000;

  @Override
  public Clause clause() {
    return Clause.of("RFC 3550 §6.4.1");
  }

  @Override
  public String name() {
    return kind == MediaKind.AUDIO
        ? "EnsureAudioReceptionReportsMatch"
        : "EnsureVideoReceptionReportsMatch";
  }

  @Override
  public Outcome examine(CallView view) {
    int tolerance = view.plan().thresholds().rtcpTolerancePackets();
    String expected =
        "the candidate's reports on our "
            + kind.name().toLowerCase(Locale.ROOT)
            + " within "
            + tolerance
            + " packets of what we had sent "
            + UNDER_WAY_NANOS / 1_000_000
            + " ms before, and none we had not sent";
    Optional<MediaFlow> flow = view.flow(kind, Heading.SENT);
    if (flow.isEmpty()) {
      return new Outcome.Undecided(expected, "the harness sent none");
    }
    CallView.Report last = null;
    ReportBlock said = null;
    int reports = 0;
    for (CallView.Report report : view.reports()) {
      Optional<ReportBlock> block = EnsureOurMediaIsReceived.block(report, flow.get().ssrc());
      if (report.heading() == Heading.RECEIVED && block.isPresent()) {
        reports++;
        last = report;
        said = block.get();
      }
    }
    if (last == null || said == null) {
      return new Outcome.Violated(
          expected,
          "no report on our source " + flow.get().ssrc(),
          Inspected.packets(flow.get().packets().size()),
          List.of(flow.get().packets().getFirst().number()));
    }
    long until = last.timeNanos();
    List<MediaFlow.Arrival> sent =
        flow.get().packets().stream().filter(packet -> packet.timeNanos() <= until).toList();
    int highestSent = sent.isEmpty() ? 0 : sent.getLast().rtp().sequence().value();
    int highestSaid = (int) (said.extendedHighestSequence() & 0xffff);
    int highestArrived =
        sent.stream()
            .filter(packet -> packet.timeNanos() <= until - UNDER_WAY_NANOS)
            .reduce((earlier, later) -> later)
            .map(packet -> packet.rtp().sequence().value())
            .orElse(highestSaid);
    int ahead = (short) (highestSaid - highestSent);
    int behind = (short) (highestArrived - highestSaid);
    boolean holds =
        ahead <= 0 && behind <= tolerance && Math.abs(said.cumulativeLost()) <= tolerance;
    return Outcome.of(
        holds,
        expected,
        "the last of "
            + reports
            + " reports is at sequence number "
            + highestSaid
            + " with "
            + said.cumulativeLost()
            + " lost; we had sent up to "
            + highestSent
            + ", "
            + UNDER_WAY_NANOS / 1_000_000
            + " ms before up to "
            + highestArrived,
        Inspected.packets(sent.size() + reports),
        List.of(last.number()));
  }
}
