package parley.h323.cases;

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
import parley.h323.checks.EnsureReleaseNamesTheCall;
import parley.h323.checks.EnsureReleaseSaysWhy;
import parley.h323.reader.CallMessages;

/** The user of the candidate ends the call. */
final class ReleaseExplained extends DescribedCase {
  ReleaseExplained() {
    super(
        "H323-RELEASE.1",
        Area.CALL,
        "When its user hangs up the candidate sends a Release Complete that says why and names the"
            + " call",
        List.of("H.225.0 §7.3.9", "H.323 §8.5"),
        Need.HANG_UP_ACTION);
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      bench.letMediaFlow();
      bench.candidateHangsUp();
      session.call().awaitRelease(bench.plan().thresholds().release());
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(
        new EnsureCandidateReleases(record.stimulus(Bench.HANG_UP).map(Packet.Remark::timeNanos)),
        call);
    CallMessages messages = CallMessages.outgoing(record.packets(), 0);
    bailiff.require(new EnsureReleaseSaysWhy(), messages);
    bailiff.require(new EnsureReleaseNamesTheCall(), messages);
  }
}
