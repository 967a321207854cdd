package parley.sip.cases;

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
import parley.sip.agent.SipSignalling;
import parley.sip.checks.EnsureAnswerCarriesDescription;
import parley.sip.reader.SipTranscript;

/** The INVITE carries no offer: the candidate offers, the harness answers in its ACK. */
final class LateOffer extends DescribedCase {
  LateOffer() {
    super(
        "CALL-LATE-OFFER.1",
        Area.CALL,
        "A call without an offer is answered with one, and media flow as then agreed",
        List.of("RFC 3261 §13.2.1", "RFC 3264 §5", "RFC 6337 §2.2"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    SipSignalling sip = bench.signalling(SipSignalling.class);
    bench.stimulus("call without an offer");
    try (CallSession session =
        bench.call(
            bench.candidate(),
            Offer.standard(bench.plan()),
            (target, ready) -> sip.dialLateOffer(target, offer -> ready))) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(new EnsureAnswerCarriesDescription(), SipTranscript.of(record.packets()));
    bailiff.require(new EnsureMediaArrives(MediaKind.AUDIO), call);
    bailiff.require(new EnsureMediaArrives(MediaKind.VIDEO), call);
  }
}
