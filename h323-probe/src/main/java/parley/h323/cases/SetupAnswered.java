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
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.h323.checks.EnsureSetupIsAnswered;
import parley.h323.reader.CallMessages;

/** A plain call, looked at from the Setup to the first answer. */
final class SetupAnswered extends DescribedCase {
  SetupAnswered() {
    super(
        "H323-SETUP-ANSWERED.1",
        Area.CALL,
        "A Setup is answered within four seconds, be it by Call Proceeding",
        List.of("H.225.0 §7.5", "Q.931 §5.1"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(new EnsureSetupIsAnswered(), CallMessages.outgoing(record.packets(), 0));
  }
}
