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
import parley.h323.checks.EnsureControlHasItsOwnConnection;
import parley.h323.reader.CallMessages;

/** The Setup does not offer tunnelling: H.245 needs a connection of its own. */
final class SeparateControl extends DescribedCase {
  SeparateControl() {
    super(
        "H323-SEPARATE-H245.1",
        Area.CALL,
        "Where tunnelling is not offered H.245 has a TCP connection of its own",
        List.of("H.323 §8.2"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    H323Signalling h323 = bench.signalling(H323Signalling.class);
    bench.stimulus("call without tunnelling");
    try (CallSession session =
        bench.call(
            bench.candidate(),
            Offer.standard(bench.plan()),
            (target, offer) -> h323.dial(target, offer, DialOptions.SEPARATE))) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    CallMessages messages = CallMessages.outgoing(record.packets(), 0);
    bailiff.require(new EnsureControlHasItsOwnConnection(), messages);
    bailiff.require(new EnsureMediaArrives(MediaKind.AUDIO), call);
    bailiff.require(new EnsureMediaArrives(MediaKind.VIDEO), call);
  }
}
