package parley.core.suite.cases;

import java.util.List;
import java.util.Set;
import parley.core.call.CallFailure;
import parley.core.call.Format;
import parley.core.call.Refusal;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Offer;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureCallIsRefused;

/** An offer nobody can use is refused; the next, good one is taken. */
final class UnusableOfferRefused extends DescribedCase {
  UnusableOfferRefused() {
    super(
        "CALL-REJECT.1",
        Area.CALL,
        "The candidate refuses an offer it cannot use and takes the next call",
        List.of("RFC 3261 §13.3.1.3", "RFC 3264 §6"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    Offer unusable =
        Offer.standard(bench.plan())
            .withAudio(List.of(new Format(110, UnknownCodecTolerated.CODEC, 16_000)))
            .withVideo(List.of());
    try (CallSession refused = bench.dial(bench.candidate(), unusable)) {
      refused.call().awaitAnswer(bench.plan().thresholds().answer());
    } catch (CallFailure expected) {
      bench.stimulus("call again with an offer that can be used");
    }
    try (CallSession session = bench.call()) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    bailiff.require(
        new EnsureCallIsRefused(Set.of(Refusal.NOT_ACCEPTABLE, Refusal.UNSUPPORTED)),
        record.firstOutgoing());
    bailiff.require(new EnsureCallIsAnswered(), record.secondOutgoing());
  }
}
