package parley.core.suite.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Offer;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureFirstCallGoesOn;
import parley.core.suite.checks.EnsureSecondCallGetsAFinalAnswer;

/** A second caller meets a candidate that is in a call. */
final class SecondCallWhileInCall extends DescribedCase {
  SecondCallWhileInCall() {
    super(
        "CALL-BUSY.1",
        Area.CALL,
        "A second call is refused as busy or taken, and the first goes on undisturbed",
        List.of("RFC 3261 §13.3.1.3", "RFC 3261 §21.4.24"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession first = bench.call()) {
      bench.letMediaFlow();
      try (CallSession second = bench.dial(bench.candidate(), Offer.standard(bench.plan()))) {
        second.start(second.call().awaitAnswer(bench.plan().thresholds().answer()));
        bench.letMediaFlow();
        second.hangUp();
      } catch (CallFailure busy) {
        bench.letMediaFlow();
      }
      first.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView first = record.firstOutgoing();
    CallView second = record.secondOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), first);
    bailiff.require(new EnsureSecondCallGetsAFinalAnswer(), second);
    bailiff.require(new EnsureFirstCallGoesOn(second.dialledNanos()), first);
  }
}
