package parley.core.suite.cases;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import parley.core.call.CallFailure;
import parley.core.call.MediaKind;
import parley.core.call.ProtectionPolicy;
import parley.core.judge.Bailiff;
import parley.core.record.Packet;
import parley.core.suite.Ability;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Need;
import parley.core.suite.Offer;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureContentDecodes;
import parley.core.suite.checks.EnsureContentEnds;
import parley.core.suite.checks.EnsureContentIsTaken;
import parley.core.suite.checks.EnsureMediaIsProtected;
import parley.core.suite.checks.EnsureVideoDecodes;
import parley.core.suite.figures.MediaFigures;

/** A hearing: people and content, first from one side and then from the other, all protected. */
final class ContentProtected extends DescribedCase {
  private static final Duration SHOWING = Duration.ofMillis(2500);

  ContentProtected() {
    super(
        "CONTENT-PROTECTED.1",
        Area.MEDIA,
        "People and content flow under agreed keys while content passes from side to side",
        List.of("ITU-T H.235.6 §9", "ITU-T H.239 §11"),
        Need.CONTENT_ACTIONS);
  }

  @Override
  public Set<Ability> abilities() {
    return Set.of(Ability.CONTENT, Ability.MEDIA_PROTECTION);
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    Offer offer =
        Offer.standard(bench.plan()).withContent().withProtection(ProtectionPolicy.REQUIRED);
    try (CallSession session = bench.call(offer)) {
      bench.letMediaFlow();
      session.showContent();
      bench.pause(SHOWING);
      bench.candidateShowsContent();
      session.awaitContent();
      bench.pause(SHOWING);
      bench.letMediaFlow();
      bench.candidateStopsContent();
      bench.pause(SHOWING);
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    for (MediaKind kind : List.of(MediaKind.AUDIO, MediaKind.VIDEO, MediaKind.CONTENT)) {
      bailiff.require(new EnsureMediaIsProtected(kind), record);
    }
    bailiff.require(new EnsureVideoDecodes(), call);
    bailiff.require(new EnsureContentIsTaken(), call);
    bailiff.require(new EnsureContentDecodes(), call);
    bailiff.require(
        new EnsureContentEnds(record.stimulus(Bench.STOP_CONTENT).map(Packet.Remark::timeNanos)),
        call);
    MediaFigures.of(call).forEach(bailiff::figure);
  }
}
