package parley.h323.cases;

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
import parley.h323.checks.EnsureReleaseSaysWhy;
import parley.h323.reader.CallMessages;

/** A second caller meets a candidate that is in a call. */
final class RefusalExplained extends DescribedCase {
  RefusalExplained() {
    super(
        "H323-REFUSAL-CAUSE.1",
        Area.CALL,
        "A second call that is refused is refused with a cause or a reason",
        List.of("H.225.0 §7.3.9", "Q.850 §2.2"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession first = bench.call()) {
      bench.letMediaFlow();
      try (CallSession second = bench.dial(bench.candidate(), Offer.standard(bench.plan()))) {
        second.start(second.call().awaitAnswer(bench.plan().thresholds().answer()));
        second.hangUp();
      } catch (CallFailure refused) {
        bench.stimulus("go on with the first call");
      }
      first.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(new EnsureReleaseSaysWhy(), CallMessages.outgoing(record.packets(), 1));
  }
}
