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
import parley.h323.checks.EnsureCallIdentifierIsKept;
import parley.h323.checks.EnsureConferenceIsKept;
import parley.h323.reader.CallMessages;

/** A plain call, looked at for what it is called. */
final class CallIdentifierKept extends DescribedCase {
  CallIdentifierKept() {
    super(
        "H323-CALL-IDENTIFIER.1",
        Area.CALL,
        "Every message of a call carries the callIdentifier and the conferenceID of its Setup",
        List.of("H.225.0 §7.6"));
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
    CallMessages messages = CallMessages.outgoing(record.packets(), 0);
    bailiff.require(new EnsureCallIdentifierIsKept(), messages);
    bailiff.require(new EnsureConferenceIsKept(), messages);
  }
}
