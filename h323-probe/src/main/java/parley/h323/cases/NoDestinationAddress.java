package parley.h323.cases;

import java.util.List;
import parley.core.call.CallFailure;
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
import parley.h323.agent.DialOptions;
import parley.h323.agent.H323Signalling;
import parley.h323.checks.EnsureSetupIsTaken;
import parley.h323.reader.CallMessages;

/** The Setup does not say at which address it was sent, as it need not. */
final class NoDestinationAddress extends DescribedCase {
  NoDestinationAddress() {
    super(
        "H323-NO-DESTINATION-ADDRESS.1",
        Area.CALL,
        "A Setup without destCallSignalAddress is taken like any other",
        List.of("H.225.0 §7.3.10"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    H323Signalling h323 = bench.signalling(H323Signalling.class);
    bench.stimulus("call without destCallSignalAddress");
    try (CallSession session =
        bench.call(
            bench.candidate(),
            Offer.standard(bench.plan()),
            (target, offer) -> h323.dial(target, offer, DialOptions.WITHOUT_DESTINATION))) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(
        new EnsureSetupIsTaken(Clause.of("H.225.0 §7.3.10"), "without destCallSignalAddress"),
        CallMessages.outgoing(record.packets(), 0));
  }
}
