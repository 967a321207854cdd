package parley.h323.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.call.MediaKind;
import parley.core.judge.Bailiff;
import parley.core.judge.Clause;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Offer;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureMediaArrives;
import parley.h323.agent.DialOptions;
import parley.h323.agent.H323Signalling;
import parley.h323.checks.ControlView;
import parley.h323.checks.EnsureCallSurvives;
import parley.h323.h245.ResponseMessage;

/** The harness refuses the candidate's video channel although it said that it receives video. */
final class RejectedChannelBorne extends DescribedCase {

  RejectedChannelBorne() {
    super(
        "H245-REJECTED-CHANNEL.1",
        Area.NEGOTIATION,
        "The call goes on with audio where the video channel of the candidate is refused",
        List.of("H.245 §C.4", "H.323 §8.3"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    H323Signalling h323 = bench.signalling(H323Signalling.class);
    bench.stimulus("refuse the video channel of the candidate");
    try (CallSession session =
        bench.call(
            bench.candidate(),
            Offer.standard(bench.plan()),
            (target, offer) ->
                h323.dial(target, offer, DialOptions.USUAL.refusing(MediaKind.VIDEO)))) {
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
            Clause.of("H.245 §C.4"),
            "the refusal of its video channel",
            control.sentAt(ResponseMessage.OpenLogicalChannelReject.class)),
        control.call());
    bailiff.require(new EnsureMediaArrives(MediaKind.AUDIO), control.call());
  }
}
