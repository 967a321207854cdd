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
import parley.core.suite.checks.EnsureAnswerListsOnlyOfferedCodecs;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureMediaArrives;
import parley.sip.checks.EnsureAnswerCarriesDescription;
import parley.sip.reader.SipTranscript;

/** The offer goes with the INVITE. */
final class EarlyOffer extends DescribedCase {
  EarlyOffer() {
    super(
        "CALL-EARLY-OFFER.1",
        Area.CALL,
        "A call with the offer in the INVITE is answered with an answer to it",
        List.of("RFC 3261 §13.2.1", "RFC 3264 §6"));
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
    bailiff.require(new EnsureAnswerCarriesDescription(), SipTranscript.of(record.packets()));
    bailiff.require(new EnsureAnswerListsOnlyOfferedCodecs(), call);
    bailiff.require(new EnsureMediaArrives(MediaKind.AUDIO), call);
    bailiff.require(new EnsureMediaArrives(MediaKind.VIDEO), call);
  }
}
