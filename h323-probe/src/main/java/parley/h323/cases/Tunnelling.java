package parley.h323.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.h323.checks.EnsureControlGoesThrough;
import parley.h323.checks.EnsureTunnellingIsConsistent;
import parley.h323.reader.CallMessages;

/** The Setup offers to tunnel H.245 in call signalling. */
final class Tunnelling extends DescribedCase {
  Tunnelling() {
    super(
        "H323-TUNNELLING.1",
        Area.CALL,
        "Where tunnelling is offered H.245 gets through, and every message says alike whether it is"
            + " tunnelled",
        List.of("H.323 §8.2", "H.323 §8.2.1"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    CallMessages messages = CallMessages.outgoing(record.packets(), 0);
    bailiff.require(new EnsureTunnellingIsConsistent(), messages);
    bailiff.require(new EnsureControlGoesThrough(), messages);
  }
}
