package parley.core.suite.cases;

import java.util.List;
import java.util.Set;
import parley.core.call.CallFailure;
import parley.core.call.MediaKind;
import parley.core.call.ProtectionPolicy;
import parley.core.judge.Bailiff;
import parley.core.suite.Ability;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Offer;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureMediaIsProtected;
import parley.core.suite.checks.EnsureProtectedAudioIsReadable;
import parley.core.suite.checks.EnsureVideoDecodes;
import parley.core.suite.figures.MediaFigures;

/** A call in which the harness insists on protection. */
final class MediaProtected extends DescribedCase {
  MediaProtected() {
    super(
        "MEDIA-PROTECTED.1",
        Area.MEDIA,
        "Sound and picture come under agreed keys, and nothing of them in clear",
        List.of("ITU-T H.235.6 §8", "ITU-T H.235.6 §9"));
  }

  @Override
  public Set<Ability> abilities() {
    return Set.of(Ability.MEDIA_PROTECTION);
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    Offer offer = Offer.standard(bench.plan()).withProtection(ProtectionPolicy.REQUIRED);
    try (CallSession session = bench.call(offer)) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(new EnsureMediaIsProtected(MediaKind.AUDIO), record);
    bailiff.require(new EnsureMediaIsProtected(MediaKind.VIDEO), record);
    bailiff.require(new EnsureProtectedAudioIsReadable(), call);
    bailiff.require(new EnsureVideoDecodes(), call);
    MediaFigures.of(call).forEach(bailiff::figure);
  }
}
