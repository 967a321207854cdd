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
import parley.h323.checks.EnsureRoundTripIsAnswered;
import parley.h323.control.ControlCommand;

/** The harness measures the round trip. */
final class RoundTripAnswered extends DescribedCase {

  RoundTripAnswered() {
    super(
        "H245-ROUND-TRIP.1",
        Area.CALL,
        "A round trip delay request is answered",
        List.of("H.245 §B.7.2", "H.245 §5.7"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      H323Call call = (H323Call) session.call();
      bench.letMediaFlow();
      bench.stimulus("round trip");
      call.perform(new ControlCommand.MeasureRoundTrip());
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    ControlView control = ControlView.of(record);
    bailiff.require(new EnsureCallIsAnswered(), control.call());
    bailiff.require(new EnsureRoundTripIsAnswered(), control);
  }
}
