package parley.h323.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.judge.Bailiff;
import parley.core.record.Packet;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.h323.agent.H323Call;
import parley.h323.checks.EnsureCallGoesOn;
import parley.h323.checks.EnsureNotifyIsTakenQuietly;
import parley.h323.reader.CallMessages;

/** The harness tells that its user has put the call aside for a moment. */
final class NotifyTaken extends DescribedCase {
  private static final String TELL = "send a Notify";

  NotifyTaken() {
    super(
        "H323-NOTIFY.1",
        Area.CALL,
        "A Notify is taken without a flood of Status, and the call goes on",
        List.of("Q.931 §5.9", "H.225.0 §7.4.2"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      bench.letMediaFlow();
      bench.stimulus(TELL);
      if (session.call() instanceof H323Call call) {
        call.notifySuspended();
      }
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(new EnsureNotifyIsTakenQuietly(), CallMessages.outgoing(record.packets(), 0));
    bailiff.require(
        new EnsureCallGoesOn(
            EnsureCallGoesOn.After.NOTIFY, record.stimulus(TELL).map(Packet.Remark::timeNanos)),
        call);
  }
}
