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
import parley.core.wire.Octets;
import parley.h323.agent.H323Call;
import parley.h323.checks.EnsureCallGoesOn;
import parley.h323.h225.H323UUPDU.H323MessageBody;
import parley.h323.q931.MessageType;

/** In a call come a message of a type nobody knows and one with a body nobody knows. */
final class UnknownMessage extends DescribedCase {
  private static final String UNKNOWN = "send messages nobody knows";

  /** A type that Q.931 leaves free. */
  private static final MessageType NO_TYPE = new MessageType(0x33);

  /** An alternative far behind those of version 7. */
  private static final int NO_BODY = 30;

  UnknownMessage() {
    super(
        "H323-UNKNOWN-MESSAGE.1",
        Area.CALL,
        "Messages the candidate does not know leave a call as it is",
        List.of("Q.931 §5.8.4", "H.225.0 §7.3"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      bench.letMediaFlow();
      bench.stimulus(UNKNOWN);
      if (session.call() instanceof H323Call call) {
        call.send(NO_TYPE, new H323MessageBody.Empty());
        call.send(
            MessageType.FACILITY,
            new H323MessageBody.UnrecognizedAlternative(NO_BODY, Octets.ofHex("00")));
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
            EnsureCallGoesOn.After.UNKNOWN_MESSAGE,
            record.stimulus(UNKNOWN).map(Packet.Remark::timeNanos)),
        call);
  }
}
