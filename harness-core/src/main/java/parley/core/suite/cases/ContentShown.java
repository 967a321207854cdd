package parley.core.suite.cases;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import parley.core.call.CallFailure;
import parley.core.judge.Bailiff;
import parley.core.record.Heading;
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
import parley.core.suite.checks.EnsureContentIsAnnounced;
import parley.core.suite.checks.EnsureVideoGoesOnBesideContent;

/** The candidate shows content. */
final class ContentShown extends DescribedCase {
  private static final Duration LISTEN_ON = Duration.ofMillis(2500);

  ContentShown() {
    super(
        "CONTENT-SHOWN.1",
        Area.MEDIA,
        "The candidate shows content beside its people, and gives the right to it back",
        List.of("ITU-T H.239 §11", "ITU-T H.264 §C.4"),
        Need.CONTENT_ACTIONS);
  }

  @Override
  public Set<Ability> abilities() {
    return Set.of(Ability.CONTENT);
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call(Offer.standard(bench.plan()).withContent())) {
      bench.letMediaFlow();
      bench.candidateShowsContent();
      session.awaitContent();
      bench.letMediaFlow();
      bench.pause(LISTEN_ON);
      bench.candidateStopsContent();
      bench.pause(LISTEN_ON);
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(new EnsureContentIsAnnounced(), call);
    bailiff.require(new EnsureContentDecodes(), call);
    bailiff.require(new EnsureVideoGoesOnBesideContent(Heading.RECEIVED), call);
    bailiff.require(
        new EnsureContentEnds(record.stimulus(Bench.STOP_CONTENT).map(Packet.Remark::timeNanos)),
        call);
  }
}
