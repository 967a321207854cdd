package parley.core.suite.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import parley.core.call.CallFailure;
import parley.core.call.Format;
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
import parley.core.suite.checks.EnsureOfferOrderIsHonoured;
import parley.core.suite.checks.EnsureOnlyAgreedPayloadTypes;

/** The same codecs are offered in one order and in the opposite one. */
final class AudioCodecPriority extends DescribedCase {
  AudioCodecPriority() {
    super(
        "AUDIO-CODEC-PRIORITY.1",
        Area.AUDIO,
        "The candidate follows the order in which audio codecs are offered",
        List.of("RFC 3264 §6.1"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    Offer standard = Offer.standard(bench.plan());
    List<Format> reversed = new ArrayList<>(standard.audio());
    Collections.reverse(reversed);
    for (Offer offer : List.of(standard, standard.withAudio(reversed))) {
      try (CallSession session = bench.call(offer)) {
        bench.letMediaFlow();
        session.hangUp();
      }
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    for (CallView call : List.of(record.firstOutgoing(), record.secondOutgoing())) {
      bailiff.require(new EnsureCallIsAnswered(), call);
      bailiff.require(new EnsureOfferOrderIsHonoured(), call);
      bailiff.require(new EnsureOnlyAgreedPayloadTypes(), call);
      bailiff.require(new EnsureMediaArrives(MediaKind.AUDIO), call);
    }
  }
}
