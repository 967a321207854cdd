package parley.core.suite.cases;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import parley.core.call.CallFailure;
import parley.core.call.MediaKind;
import parley.core.judge.Bailiff;
import parley.core.record.Heading;
import parley.core.suite.Ability;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Offer;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureContentIsTaken;
import parley.core.suite.checks.EnsureOurMediaIsReceived;
import parley.core.suite.checks.EnsureVideoGoesOnBesideContent;

/** The harness shows content. */
final class ContentTaken extends DescribedCase {
  /** RFC 3550 §6.2: many send their first report only after five seconds. */
  private static final Duration LONG_ENOUGH = Duration.ofMillis(6500);

  ContentTaken() {
    super(
        "CONTENT-TAKEN.1",
        Area.MEDIA,
        "The candidate lets the harness show content and receives it beside the people",
        List.of("ITU-T H.239 §11", "RFC 3550 §6.4"));
  }

  @Override
  public Set<Ability> abilities() {
    return Set.of(Ability.CONTENT);
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call(Offer.standard(bench.plan()).withContent())) {
      bench.letMediaFlow();
      session.showContent();
      bench.pause(LONG_ENOUGH);
      session.stopContent();
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(new EnsureContentIsTaken(), call);
    bailiff.require(new EnsureOurMediaIsReceived(MediaKind.CONTENT), call);
    bailiff.require(new EnsureVideoGoesOnBesideContent(Heading.SENT), call);
  }
}
