package parley.h323.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.h323.agent.H323Call;
import parley.h323.checks.ControlView;
import parley.h323.checks.EnsureSessionEndIsAnswered;
import parley.h323.control.ControlCommand;

/** The harness ends the H.245 session before the call. */
final class SessionEndAnswered extends DescribedCase {

  SessionEndAnswered() {
    super(
        "H245-END-SESSION.1",
        Area.CALL,
        "The end of the H.245 session is answered, or ends the call",
        List.of("H.323 §8.5", "H.245 §B.13"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      H323Call call = (H323Call) session.call();
      bench.letMediaFlow();
      bench.stimulus("end the H.245 session");
      call.perform(new ControlCommand.End());
      bench.letMediaFlow();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    ControlView control = ControlView.of(record);
    bailiff.require(new EnsureCallIsAnswered(), control.call());
    bailiff.require(new EnsureSessionEndIsAnswered(), control);
  }
}
