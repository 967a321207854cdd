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
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.h323.agent.H323Call;
import parley.h323.checks.EnsureCallGoesOn;
import parley.h323.reader.CallMessages;
import parley.h323.reader.H323Messages.Entry;

/** A TPKT without content keeps the connection of call signalling open. */
final class EmptyPacket extends DescribedCase {
  EmptyPacket() {
    super(
        "H323-EMPTY-TPKT.1",
        Area.CALL,
        "A TPKT without content on the signalling connection leaves the call as it is",
        List.of("RFC 1006 §6"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      bench.letMediaFlow();
      bench.stimulus("send a TPKT without content");
      if (session.call() instanceof H323Call call) {
        call.sendEmptyPacket();
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
