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
import parley.h323.checks.EnsureChannelsOpenAgain;
import parley.h323.checks.EnsurePauseClosesChannels;
import parley.h323.control.ControlCommand;

/** The harness orders a pause by an empty capability set and takes it back. */
final class PauseClosesChannels extends DescribedCase {

  PauseClosesChannels() {
    super(
        "H245-PAUSE-CLOSES-CHANNELS.1",
        Area.CALL,
        "An empty capability set closes the channels of the candidate, the next one opens them"
            + " again",
        List.of("H.323 §8.4.6"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      H323Call call = (H323Call) session.call();
      bench.letMediaFlow();
      bench.stimulus("order a pause");
      call.perform(new ControlCommand.Pause());
      bench.letMediaFlow();
      bench.stimulus("take the pause back");
      call.perform(new ControlCommand.Resume());
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    ControlView control = ControlView.of(record);
    bailiff.require(new EnsureCallIsAnswered(), control.call());
    bailiff.require(new EnsurePauseClosesChannels(), control);
    bailiff.require(new EnsureChannelsOpenAgain(), control);
  }
}
