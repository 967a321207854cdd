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
import parley.h323.checks.EnsureCapabilitiesAreSentAgain;
import parley.h323.control.ControlCommand;

/** The harness asks the candidate for its capability set once more. */
final class CapabilitiesSentAgain extends DescribedCase {

  CapabilitiesSentAgain() {
    super(
        "H245-SEND-CAPABILITIES.1",
        Area.NEGOTIATION,
        "Asked what it can do, the candidate says it again",
        List.of("H.245 §B.13", "H.245 §C.3"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      H323Call call = (H323Call) session.call();
      bench.letMediaFlow();
      bench.stimulus("ask for capabilities");
      call.perform(new ControlCommand.RequestCapabilities());
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    ControlView control = ControlView.of(record);
    bailiff.require(new EnsureCallIsAnswered(), control.call());
    bailiff.require(new EnsureCapabilitiesAreSentAgain(), control);
  }
}
