package parley.sip.cases;

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
import parley.sip.agent.SipCall;
import parley.sip.checks.EnsureSessionRefreshIsAccepted;
import parley.sip.checks.EnsureSessionTimerIsWellFormed;
import parley.sip.reader.SipTranscript;

/** The harness refreshes the session before its timer runs out. */
final class SessionTimerKept extends DescribedCase {
  SessionTimerKept() {
    super(
        "CALL-SESSION-TIMER.1",
        Area.CALL,
        "A session timer is agreed properly or left out, and a refresh is accepted",
        List.of("RFC 4028 §9", "RFC 3311 §5.2"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      bench.letMediaFlow();
      bench.stimulus("refresh the session");
      if (session.call() instanceof SipCall call) {
        call.refreshNow(bench.plan().thresholds().answer());
      }
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    SipTranscript transcript = SipTranscript.of(record.packets());
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(new EnsureSessionTimerIsWellFormed(), transcript);
    bailiff.require(new EnsureSessionRefreshIsAccepted(), transcript);
  }
}
