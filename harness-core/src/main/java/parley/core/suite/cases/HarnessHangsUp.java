package parley.core.suite.cases;

import java.time.Duration;
import java.util.List;
import parley.core.call.CallFailure;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureMediaStopsAfterRelease;
import parley.core.suite.checks.EnsureReleaseIsConfirmed;

/** The harness ends the call. */
final class HarnessHangsUp extends DescribedCase {
  private static final Duration LISTEN_ON = Duration.ofMillis(1200);

  HarnessHangsUp() {
    super(
        "CALL-RELEASE-BY-PEER.1",
        Area.CALL,
        "The candidate confirms the end of a call and stops sending",
        List.of("RFC 3261 §15.1.2"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      bench.letMediaFlow();
      session.hangUp();
      bench.pause(LISTEN_ON);
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(new EnsureReleaseIsConfirmed(), call);
    bailiff.require(new EnsureMediaStopsAfterRelease(), call);
  }
}
