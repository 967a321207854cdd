package parley.h323.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.judge.Bailiff;
import parley.core.judge.Clause;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.h323.agent.H323Call;
import parley.h323.capability.NonStandardCodecs;
import parley.h323.checks.ControlView;
import parley.h323.checks.EnsureCallSurvives;
import parley.h323.control.ControlCommand;
import parley.h323.h245.CapabilityIdentifier;
import parley.h323.h245.GenericMessage;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.RequestMessage;

/** A generic request that nobody knows comes in the middle of the call. */
final class UnknownRequestBorne extends DescribedCase {

  UnknownRequestBorne() {
    super(
        "H245-UNKNOWN-REQUEST.1",
        Area.CALL,
        "A request that the candidate does not know changes nothing, whether it says so or not",
        List.of("H.245 §B.14", "H.245 §B.15"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      H323Call call = (H323Call) session.call();
      bench.letMediaFlow();
      bench.stimulus("unknown request");
      call.perform(
          new ControlCommand.SendMessage(
              new MultimediaSystemControlMessage.Request(
                  new RequestMessage.GenericRequest(
                      GenericMessage.with()
                          .messageIdentifier(
                              new CapabilityIdentifier.Standard(NonStandardCodecs.NAMED))
                          .build()))));
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
            Clause.of("H.245 §B.15"),
            "a generic request nobody knows",
            control.sentAt(RequestMessage.GenericRequest.class)),
        control.call());
  }
}
