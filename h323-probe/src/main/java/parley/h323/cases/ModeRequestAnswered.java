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
import parley.h323.checks.EnsureModeRequestIsAnswered;
import parley.h323.control.ControlCommand;
import parley.h323.h245.AudioMode;
import parley.h323.h245.ModeElement;
import parley.h323.h245.ModeElementType;

/** The harness asks the candidate to send G.711. */
final class ModeRequestAnswered extends DescribedCase {

  ModeRequestAnswered() {
    super(
        "H245-REQUEST-MODE.1",
        Area.NEGOTIATION,
        "A request for another mode is accepted or rejected, not left lying",
        List.of("H.245 §B.6", "H.245 §5.6"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      H323Call call = (H323Call) session.call();
      bench.letMediaFlow();
      bench.stimulus("ask for a mode");
      call.perform(
          new ControlCommand.RequestModes(
              List.of(
                  List.of(
                      ModeElement.with()
                          .type(new ModeElementType.AudioMode(new AudioMode.G711Alaw64k()))
                          .build()))));
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    ControlView control = ControlView.of(record);
    bailiff.require(new EnsureCallIsAnswered(), control.call());
    bailiff.require(new EnsureModeRequestIsAnswered(), control);
  }
}
