package parley.sip.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Offer;
import parley.sip.agent.DialOptions;
import parley.sip.agent.SipSignalling;
import parley.sip.checks.EnsureRequiredReliabilityIsKept;
import parley.sip.reader.SipTranscript;

/** The INVITE requires reliable provisional responses. */
final class RequiredReliability extends DescribedCase {
  RequiredReliability() {
    super(
        "CALL-PRACK.1",
        Area.CALL,
        "Reliable provisional responses are given where required, or the call is refused for it",
        List.of("RFC 3262 §3", "RFC 3261 §8.2.2.3"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    SipSignalling sip = bench.signalling(SipSignalling.class);
    bench.stimulus("call with Require: 100rel");
    try (CallSession session =
        bench.call(
            bench.candidate(),
            Offer.standard(bench.plan()),
            (target, offer) -> sip.dial(target, offer, DialOptions.header("Require", "100rel")))) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    bailiff.require(new EnsureRequiredReliabilityIsKept(), SipTranscript.of(record.packets()));
  }
}
