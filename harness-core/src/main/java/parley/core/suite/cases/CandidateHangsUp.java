package parley.core.suite.cases;

import java.time.Duration;
import java.util.List;
import parley.core.call.CallFailure;
import parley.core.judge.Bailiff;
import parley.core.record.Packet;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Need;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureCandidateReleases;
import parley.core.suite.checks.EnsureMediaStopsAfterRelease;

/** The user of the candidate ends the call. */
final class CandidateHangsUp extends DescribedCase {
  private static final Duration LISTEN_ON = Duration.ofMillis(1200);

  CandidateHangsUp() {
    super(
        "CALL-RELEASE-BY-CANDIDATE.1",
        Area.CALL,
        "When its user hangs up the candidate ends the call and stops sending",
        List.of("RFC 3261 §15.1.1"),
        Need.HANG_UP_ACTION);
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      bench.letMediaFlow();
      bench.candidateHangsUp();
      session.call().awaitRelease(bench.plan().thresholds().release());
      bench.pause(LISTEN_ON);
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(
        new EnsureCandidateReleases(record.stimulus(Bench.HANG_UP).map(Packet.Remark::timeNanos)),
        call);
    bailiff.require(new EnsureMediaStopsAfterRelease(), call);
  }
}
