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
import parley.h323.checks.ControlView;
import parley.h323.checks.EnsureSessionsAreNumbered;

/** A plain call, of which the session numbers are looked at. */
final class SessionsNumbered extends DescribedCase {

  SessionsNumbered() {
    super(
        "H245-SESSION-IDS.1",
        Area.NEGOTIATION,
        "Audio is session 1 and video session 2",
        List.of("H.245 §B.3.1"));
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
    ControlView control = ControlView.of(record);
    bailiff.require(new EnsureCallIsAnswered(), control.call());
    bailiff.require(new EnsureSessionsAreNumbered(), control);
  }
}
