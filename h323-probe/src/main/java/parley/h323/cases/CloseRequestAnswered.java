package parley.h323.cases;

import java.util.List;
import java.util.Optional;
import parley.core.call.CallFailure;
import parley.core.call.MediaKind;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.h323.agent.H323Call;
import parley.h323.checks.ControlView;
import parley.h323.checks.EnsureCloseAnswerIsKept;
import parley.h323.checks.EnsureCloseRequestIsAnswered;
import parley.h323.control.ControlCommand;

/** The harness asks the candidate to close its video channel. */
final class CloseRequestAnswered extends DescribedCase {

  CloseRequestAnswered() {
    super(
        "H245-CLOSE-REQUEST.1",
        Area.CALL,
        "Asked to close its video channel, the candidate answers and does what it answered",
        List.of("H.245 §B.3.7", "H.245 §B.3.8", "H.245 §5.4"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      H323Call call = (H323Call) session.call();
      bench.letMediaFlow();
      Optional<Integer> video = call.incomingChannel(MediaKind.VIDEO);
      if (video.isPresent()) {
        bench.stimulus("ask to close video");
        call.perform(new ControlCommand.RequestClose(video.get()));
      }
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    ControlView control = ControlView.of(record);
    bailiff.require(new EnsureCallIsAnswered(), control.call());
    bailiff.require(new EnsureCloseRequestIsAnswered(), control);
    bailiff.require(new EnsureCloseAnswerIsKept(), control);
  }
}
