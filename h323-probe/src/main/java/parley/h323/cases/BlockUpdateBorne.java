package parley.h323.cases;

import java.util.List;
import java.util.Optional;
import parley.core.call.CallFailure;
import parley.core.call.MediaKind;
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
import parley.h323.control.IntraScope;
import parley.h323.h245.CommandMessage;

/** The harness asks for a group of blocks and for some macroblocks, as old devices do. */
final class BlockUpdateBorne extends DescribedCase {

  BlockUpdateBorne() {
    super(
        "H245-FAST-UPDATE-GOB.1",
        Area.VIDEO,
        "The wish for new blocks of a picture leaves the call and its video running",
        List.of("H.245 §B.13"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      H323Call call = (H323Call) session.call();
      bench.letMediaFlow();
      Optional<Integer> video = call.incomingChannel(MediaKind.VIDEO);
      if (video.isPresent()) {
        bench.stimulus("ask for blocks");
        call.perform(
            new ControlCommand.RequestIntra(video.get(), new IntraScope.GroupsOfBlocks(0, 1)));
        call.perform(
            new ControlCommand.RequestIntra(
                video.get(), new IntraScope.Macroblocks(Optional.of(0), Optional.of(1), 1)));
      }
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
            Clause.of("H.245 §B.13"),
            "the wish for blocks",
            control.sentAt(CommandMessage.MiscellaneousCommand.class)),
        control.call());
  }
}
