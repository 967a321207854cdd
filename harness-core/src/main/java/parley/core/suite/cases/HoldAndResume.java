package parley.core.suite.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.call.MediaDirection;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureHoldIsAccepted;
import parley.core.suite.checks.EnsureMediaResumes;
import parley.core.suite.checks.EnsureQuietDuringHold;

/** The harness holds the call and takes it back. */
final class HoldAndResume extends DescribedCase {
  HoldAndResume() {
    super(
        "CALL-HOLD.1",
        Area.CALL,
        "The candidate stops sending while it is held and sends again afterwards",
        List.of("RFC 3264 §8.4", "RFC 6337 §5.3"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      bench.letMediaFlow();
      session.propose(MediaDirection.SENDONLY);
      bench.letMediaFlow();
      session.propose(MediaDirection.SENDRECV);
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(new EnsureHoldIsAccepted(), call);
    bailiff.require(new EnsureQuietDuringHold(), call);
    bailiff.require(new EnsureMediaResumes(), call);
  }
}
