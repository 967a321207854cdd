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
import parley.core.media.rtcp.SenderReport;
import parley.core.record.Heading;
import parley.core.suite.CallView;
import parley.core.suite.MediaFlow;

/**
 * What the last sender report of the candidate says it sent is what was captured until then. The
 * harness listens before it calls, so no packet of the candidate can come before the capture.
 */
public record EnsureSenderReportsMatch(MediaKind kind) implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3550 §6.4.1");
  }

  @Override
  public String name() {
    return kind == MediaKind.AUDIO
        ? "EnsureAudioSenderReportsMatch"
        : "EnsureVideoSenderReportsMatch";
  }

  @Override
  public Outcome examine(CallView view) {
    int tolerance = view.plan().thresholds().rtcpTolerancePackets();
    String expected =
        "packet counts in the "
            + kind.name().toLowerCase(Locale.ROOT)
            + " sender reports within "
            + tolerance
            + " of what was captured";
    Optional<MediaFlow> flow = view.flow(kind, Heading.RECEIVED);
    if (flow.isEmpty()) {
      return new Outcome.Undecided(expected, "the candidate sent none");
    }
    List<CallView.Report> reports = new ArrayList<>();
    for (CallView.Report report : view.reports(SenderReport.class, Heading.RECEIVED)) {
      if (report.rtcp() instanceof SenderReport sr && sr.sender().equals(flow.get().ssrc())) {
        reports.add(report);
      }
    }
    if (reports.isEmpty()) {
      return new Outcome.Violated(
          expected,
          "no sender report for source " + flow.get().ssrc(),
          Inspected.packets(flow.get().packets().size()),
          List.of(flow.get().packets().getFirst().number()));
    }
    CallView.Report last = reports.getLast();
    if (!(last.rtcp() instanceof SenderReport said)) {
      return new Outcome.Undecided(expected, "the last report is no sender report");
    }
    long captured = captured(flow.get(), last.timeNanos());
    // RTP and RTCP come by two sockets: a report may overtake packets that it counts.
    long soonAfter =
        captured(flow.get(), last.timeNanos() + EnsureReceptionReportsMatch.UNDER_WAY_NANOS);
    return Outcome.of(
        said.packetCount() >= captured - tolerance && said.packetCount() <= soonAfter + tolerance,
        expected,
        "the last of "
            + reports.size()
            + " reports counts "
            + said.packetCount()
            + ", captured until then "
            + captured
            + ", soon after "
            + soonAfter,
        Inspected.packets(captured + reports.size()),
        List.of(last.number()));
  }

  private static long captured(MediaFlow flow, long untilNanos) {
    return flow.packets().stream().filter(packet -> packet.timeNanos() <= untilNanos).count();
  }
}
