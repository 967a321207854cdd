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
import parley.h323.checks.EnsureDeterminationCompletes;
import parley.h323.checks.EnsureDeterminationFollowsNumbers;

/** A plain call, of which the determination of master and slave is looked at. */
final class MasterSlaveDetermined extends DescribedCase {

  MasterSlaveDetermined() {
    super(
        "H245-MASTER-SLAVE.1",
        Area.NEGOTIATION,
        "The determination of master and slave ends, and ends as the numbers have it",
        List.of("H.245 §C.2", "H.245 §C.2.1"));
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
    bailiff.require(new EnsureDeterminationCompletes(), control);
    bailiff.require(new EnsureDeterminationFollowsNumbers(), control);
  }
}
