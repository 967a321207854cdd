package parley.h323.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.call.MediaKind;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Offer;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureMediaArrives;
import parley.h323.agent.DialOptions;
import parley.h323.agent.H323Signalling;
import parley.h323.checks.EnsureFastStartAnswerFitsProposal;
import parley.h323.reader.CallMessages;

/** The Setup proposes media channels of its own, before H.245. */
final class FastStart extends DescribedCase {
  FastStart() {
    super(
        "H323-FAST-START.1",
        Area.CALL,
        "A call with fast start works, whether the candidate takes fast start or leaves it",
        List.of("H.323 §8.1.7", "H.323 §8.1.7.1"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    H323Signalling h323 = bench.signalling(H323Signalling.class);
    bench.stimulus("call with fast start");
    try (CallSession session =
        bench.call(
            bench.candidate(),
            Offer.standard(bench.plan()),
            (target, offer) -> h323.dial(target, offer, DialOptions.FAST))) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(
        new EnsureFastStartAnswerFitsProposal(), CallMessages.outgoing(record.packets(), 0));
    bailiff.require(new EnsureMediaArrives(MediaKind.AUDIO), call);
    bailiff.require(new EnsureMediaArrives(MediaKind.VIDEO), call);
  }
}
