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
import parley.core.wire.Octets;
import parley.h323.agent.H323Call;
import parley.h323.capability.NonStandardCodecs;
import parley.h323.checks.ControlView;
import parley.h323.checks.EnsureCallSurvives;
import parley.h323.control.ControlCommand;
import parley.h323.h245.IndicationMessage;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.NonStandardIdentifier;
import parley.h323.h245.NonStandardMessage;
import parley.h323.h245.NonStandardParameter;

/**
 * A non-standard indication comes in the middle of the call: it is known to have brought devices
 * down.
 */
final class NonStandardIndicationBorne extends DescribedCase {

  NonStandardIndicationBorne() {
    super(
        "H245-NON-STANDARD-INDICATION.1",
        Area.CALL,
        "A non-standard indication that the candidate does not know changes nothing",
        List.of("H.245 §B.14", "H.245 §5.9"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      H323Call call = (H323Call) session.call();
      bench.letMediaFlow();
      bench.stimulus("non-standard indication");
      call.perform(
          new ControlCommand.SendMessage(
              new MultimediaSystemControlMessage.Indication(
                  new IndicationMessage.NonStandard(
                      NonStandardMessage.with()
                          .nonStandardData(
                              NonStandardParameter.with()
                                  .nonStandardIdentifier(
                                      new NonStandardIdentifier.Object(NonStandardCodecs.NAMED))
                                  .data(Octets.ofHex("0102030405"))
                                  .build())
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
            Clause.of("H.245 §5.9"),
            "a non-standard indication",
            control.sentAt(IndicationMessage.NonStandard.class)),
        control.call());
  }
}
