package parley.core.suite.cases;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.core.call.CallFailure;
import parley.core.call.MediaKind;
import parley.core.judge.Bailiff;
import parley.core.media.rtcp.FullIntraRequest;
import parley.core.media.rtcp.PictureLossIndication;
import parley.core.record.Heading;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.H264View;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureIntraFollowsRequest;
import parley.core.suite.checks.EnsureMediaArrives;
import parley.core.transcript.CallEvent;

/** An intra picture is asked for on the signalling path, then by RTCP. */
final class IntraRequestAnswered extends DescribedCase {
  /**
   * A request may be lost, so it is repeated as RFC 5104 §4.3.1.2 has it; time runs from the first.
   */
  private static final int REQUESTS = 3;

  private static final Duration BETWEEN = Duration.ofMillis(250);

  IntraRequestAnswered() {
    super(
        "VIDEO-INTRA-REQUEST.1",
        Area.VIDEO,
        "An intra request is answered by an IDR picture",
        List.of("RFC 5168 §7.1", "RFC 5104 §4.3.1", "RFC 4585 §6.3.1"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      bench.letMediaFlow();
      bench.stimulus("ask for an intra picture by signalling");
      for (int i = 0; i < REQUESTS; i++) {
        session.call().requestIntra(MediaKind.VIDEO);
        bench.pause(BETWEEN);
      }
      bench.letMediaFlow();
      bench.stimulus("ask for an intra picture by RTCP");
      for (int i = 0; i < REQUESTS; i++) {
        session.media().requestIntra(MediaKind.VIDEO);
        bench.pause(BETWEEN);
      }
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(new EnsureMediaArrives(MediaKind.VIDEO), call);
    H264View video = H264View.of(call);
    int limit = record.plan().thresholds().intraMillis();
    Optional<CallEvent.IntraRequested> signalled =
        call.call().first(CallEvent.IntraRequested.class, Heading.SENT);
    Optional<CallView.Report> feedback =
        call.reports().stream()
            .filter(report -> report.heading() == Heading.SENT)
            .filter(
                report ->
                    report.rtcp() instanceof PictureLossIndication
                        || report.rtcp() instanceof FullIntraRequest)
            .findFirst();
    bailiff.require(
        new EnsureIntraFollowsRequest(
            signalled.map(CallEvent::timeNanos),
            signalled.map(CallEvent::packet).orElse(0L),
            feedback.map(CallView.Report::timeNanos),
            limit,
            "signalling"),
        video);
    bailiff.require(
        new EnsureIntraFollowsRequest(
            feedback.map(CallView.Report::timeNanos),
            feedback.map(CallView.Report::number).orElse(0L),
            Optional.empty(),
            limit,
            "RTCP"),
        video);
  }
}
