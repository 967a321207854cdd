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
import parley.h323.agent.H323Call;
import parley.h323.checks.EnsureInquiryIsAnswered;
import parley.h323.checks.EnsureStatusTellsTheCallIsUp;
import parley.h323.reader.CallMessages;

/** The harness asks in which state the call is. */
final class StatusInquiry extends DescribedCase {
  StatusInquiry() {
    super(
        "H323-STATUS-INQUIRY.1",
        Area.CALL,
        "A Status Inquiry in a call is answered with a Status that says the call is up",
        List.of("Q.931 §5.8.10", "H.225.0 §7.3.13"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      bench.letMediaFlow();
      bench.stimulus("ask for the state of the call");
      if (session.call() instanceof H323Call call) {
        call.inquireStatus();
      }
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    CallMessages messages = CallMessages.outgoing(record.packets(), 0);
    bailiff.require(new EnsureInquiryIsAnswered(), messages);
    bailiff.require(new EnsureStatusTellsTheCallIsUp(), messages);
  }
}
