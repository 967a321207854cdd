package parley.h323.cases;

import java.util.List;
import java.util.Optional;
import parley.core.call.CallFailure;
import parley.core.judge.Bailiff;
import parley.core.judge.Clause;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.h323.agent.H323Call;
import parley.h323.checks.ControlView;
import parley.h323.checks.EnsureCallSurvives;
import parley.h323.control.ControlCommand;
import parley.h323.control.UserInput;
import parley.h323.h245.IndicationMessage;

/** The harness sends digits in both ways H.245 has. */
final class DigitsBorne extends DescribedCase {

  DigitsBorne() {
    super(
        "H245-USER-INPUT.1",
        Area.CALL,
        "Digits, as characters and as signals, leave the call as it is",
        List.of("H.245 §B.14"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      H323Call call = (H323Call) session.call();
      bench.letMediaFlow();
      bench.stimulus("digits");
      call.perform(new ControlCommand.SendUserInput(new UserInput.Text("5")));
      call.perform(new ControlCommand.SendUserInput(new UserInput.Signal('7', Optional.of(100))));
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    ControlView control = ControlView.of(record);
    bailiff.require(new EnsureCallIsAnswered(), control.call());
    bailiff.require(
        new EnsureCallSurvives(
            Clause.of("H.245 §B.14"), "digits", control.sentAt(IndicationMessage.UserInput.class)),
        control.call());
  }
}
