package parley.sip.cases;

import java.util.List;
import java.util.Map;
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
import parley.sip.agent.DialOptions;
import parley.sip.agent.SipSignalling;
import parley.sip.checks.EnsureAnswerKeepsEveryMediaLine;
import parley.sip.checks.EnsureUnusableLineIsRefused;
import parley.sip.reader.SipTranscript;

/** The offer has a third line of a medium and transport nobody knows. */
final class RefusedLineKept extends DescribedCase {
  /** RFC 8866 §5.14 lets media and protocols be extended, so a parser must take this line. */
  private static final String MEDIA = "x-parley";

  private static final DialOptions WITH_ONE_MORE_LINE =
      DialOptions.editedOffer(
          text -> text + "m=" + MEDIA + " 39998 UDP/X-PARLEY *\r\na=x-parley:1\r\n");

  RefusedLineKept() {
    super(
        "SDP-REFUSED-LINE.1",
        Area.NEGOTIATION,
        "A media line the candidate cannot use stays in its answer with port 0",
        List.of("RFC 3264 §6", "RFC 8866 §5.14"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    SipSignalling sip = bench.signalling(SipSignalling.class);
    bench.stimulus("offer a line nobody knows", Map.of("media", MEDIA));
    try (CallSession session =
        bench.call(
            bench.candidate(),
            Offer.standard(bench.plan()),
            (target, offer) -> sip.dial(target, offer, WITH_ONE_MORE_LINE))) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    SipTranscript transcript = SipTranscript.of(record.packets());
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(new EnsureAnswerKeepsEveryMediaLine(), transcript);
    bailiff.require(new EnsureUnusableLineIsRefused(MEDIA), transcript);
    bailiff.require(new EnsureMediaArrives(MediaKind.AUDIO), call);
    bailiff.require(new EnsureMediaArrives(MediaKind.VIDEO), call);
  }
}
