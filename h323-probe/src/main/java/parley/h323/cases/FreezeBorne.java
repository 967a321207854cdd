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
import parley.h323.h245.CommandMessage;
import parley.h323.h245.MiscellaneousCommand;
import parley.h323.h245.MultimediaSystemControlMessage;

/** The harness has the candidate freeze its picture. */
final class FreezeBorne extends DescribedCase {

  FreezeBorne() {
    super(
        "H245-VIDEO-FREEZE.1",
        Area.VIDEO,
        "The wish to freeze the picture leaves the call running",
        List.of("H.245 §B.13"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      H323Call call = (H323Call) session.call();
      bench.letMediaFlow();
      Optional<Integer> video = call.outgoingChannel(MediaKind.VIDEO);
      if (video.isPresent()) {
        bench.stimulus("freeze the picture");
        call.perform(
            new ControlCommand.SendMessage(
                new MultimediaSystemControlMessage.Command(
                    new CommandMessage.MiscellaneousCommand(
                        MiscellaneousCommand.with()
                            .logicalChannelNumber(video.get())
                            .type(new MiscellaneousCommand.Type.VideoFreezePicture())
                            .build()))));
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
            "the wish to freeze the picture",
            control.sentAt(CommandMessage.MiscellaneousCommand.class)),
        control.call());
  }
}
