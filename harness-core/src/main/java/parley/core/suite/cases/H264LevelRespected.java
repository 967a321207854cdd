package parley.core.suite.cases;

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
import parley.core.suite.H264View;
import parley.core.suite.Offer;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureLevelIsRespected;
import parley.core.suite.checks.EnsureMediaArrives;

/** H.264 is offered at level 1.2: CIF at 15 pictures a second and no more. */
final class H264LevelRespected extends DescribedCase {
  private static final String BASELINE_1_2 = "42e00c";

  H264LevelRespected() {
    super(
        "VIDEO-H264-LEVEL.1",
        Area.VIDEO,
        "The candidate sends no larger or faster pictures than the H.264 level offered",
        List.of("RFC 6184 §8.1", "ITU-T H.264 §A.3"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    Offer offer =
        Offer.standard(bench.plan())
            .withVideo(List.of(Offer.h264(99, 1, BASELINE_1_2), Offer.h264(98, 0, BASELINE_1_2)));
    try (CallSession session = bench.call(offer)) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(new EnsureMediaArrives(MediaKind.VIDEO), call);
    bailiff.require(new EnsureLevelIsRespected(), H264View.of(call));
  }
}
