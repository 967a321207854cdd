package parley.h323.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.call.MediaKind;
import parley.core.judge.Bailiff;
import parley.core.judge.Clause;
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
import parley.h323.checks.EnsureControlHasItsOwnConnection;
import parley.h323.checks.EnsureSetupIsTaken;
import parley.h323.reader.CallMessages;

/** The Setup says where H.245 can begin, before anybody has answered. */
final class EarlyControl extends DescribedCase {
  EarlyControl() {
    super(
        "H323-EARLY-H245.1",
        Area.CALL,
        "A Setup that offers H.245 from the start is taken, whether or not the offer is",
        List.of("H.323 §8.2"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    H323Signalling h323 = bench.signalling(H323Signalling.class);
    bench.stimulus("call with an address for H.245 in the Setup");
    try (CallSession session =
        bench.call(
            bench.candidate(),
            Offer.standard(bench.plan()),
            (target, offer) -> h323.dial(target, offer, DialOptions.EARLY))) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    CallMessages messages = CallMessages.outgoing(record.packets(), 0);
    bailiff.require(
        new EnsureSetupIsTaken(Clause.of("H.323 §8.2"), "with an address for H.245"), messages);
    bailiff.require(new EnsureControlHasItsOwnConnection(), messages);
    bailiff.require(new EnsureMediaArrives(MediaKind.AUDIO), call);
    bailiff.require(new EnsureMediaArrives(MediaKind.VIDEO), call);
  }
}
