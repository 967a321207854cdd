package parley.h323.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.judge.Bailiff;
import parley.core.record.Heading;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Offer;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.h323.agent.DialOptions;
import parley.h323.agent.H323Call;
import parley.h323.agent.H323Signalling;
import parley.h323.checks.EnsureCallGoesOn;
import parley.h323.reader.CallMessages;
import parley.h323.reader.H323Messages.Entry;

/** A TPKT without content keeps the connection of H.245 open. */
final class EmptyControlPacket extends DescribedCase {
  EmptyControlPacket() {
    super(
        "H323-EMPTY-TPKT-CONTROL.1",
        Area.CALL,
        "A TPKT without content on the H.245 connection leaves the call as it is",
        List.of("RFC 1006 §6"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    H323Signalling h323 = bench.signalling(H323Signalling.class);
    try (CallSession session =
        bench.call(
            bench.candidate(),
            Offer.standard(bench.plan()),
            (target, offer) -> h323.dial(target, offer, DialOptions.SEPARATE))) {
      bench.letMediaFlow();
      bench.stimulus("send a TPKT without content for H.245");
      if (session.call() instanceof H323Call call) {
        call.sendEmptyControlPacket();
      }
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(
        new EnsureCallGoesOn(
            EnsureCallGoesOn.After.EMPTY_PACKET,
            CallMessages.outgoing(record.packets(), 0)
                .first(Heading.SENT, each -> each instanceof Entry.Empty)
                .map(Entry::timeNanos)),
        call);
  }
}
