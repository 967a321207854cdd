package parley.core.suite.cases;

import java.time.Duration;
import java.util.List;
import parley.core.call.CallFailure;
import parley.core.call.Target;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Need;
import parley.core.suite.Offer;
import parley.core.suite.checks.EnsureCancelIsHonoured;
import parley.core.suite.checks.EnsureProgressIsShown;

/** The caller gives up while the candidate rings. */
final class CallGivenUpWhileRinging extends DescribedCase {
  private static final Duration RING = Duration.ofSeconds(1);

  CallGivenUpWhileRinging() {
    super(
        "CALL-CANCEL.1",
        Area.CALL,
        "A call given up while it rings ends at the candidate",
        List.of("RFC 3261 §9.2"),
        Need.RINGING_ADDRESS);
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    Target ringing = bench.plan().candidate().ringing().orElseThrow();
    try (CallSession session = bench.dial(ringing, Offer.standard(bench.plan()))) {
      session.call().awaitProgress(bench.plan().thresholds().answer());
      bench.pause(RING);
      bench.stimulus("give up the call");
      session.call().cancel();
      session.call().awaitRelease(bench.plan().thresholds().release());
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureProgressIsShown(), call);
    bailiff.require(new EnsureCancelIsHonoured(), call);
  }
}
