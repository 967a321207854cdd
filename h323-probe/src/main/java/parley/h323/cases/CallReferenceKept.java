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
import parley.h323.checks.EnsureCallReferenceIsKept;
import parley.h323.reader.CallMessages;

/** A plain call, looked at for its Q.931 reference. */
final class CallReferenceKept extends DescribedCase {
  CallReferenceKept() {
    super(
        "H323-CALL-REFERENCE.1",
        Area.CALL,
        "Every message of the side that is called carries the call reference of the Setup with the"
            + " flag set",
        List.of("Q.931 §4.3"));
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
    bailiff.require(new EnsureCallReferenceIsKept(), CallMessages.outgoing(record.packets(), 0));
  }
}
