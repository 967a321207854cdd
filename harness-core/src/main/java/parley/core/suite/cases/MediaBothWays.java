package parley.core.suite.cases;

import java.time.Duration;
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
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureMediaArrives;
import parley.core.suite.checks.EnsureOurMediaIsReceived;
import parley.core.suite.checks.EnsureVideoDecodes;
import parley.core.suite.figures.MediaFigures;

/** Sound and picture in both directions, soon after the answer. */
final class MediaBothWays extends DescribedCase {
  /** RFC 3550 §6.2: many send their first report only after five seconds. */
  private static final Duration LONG_ENOUGH = Duration.ofMillis(6500);

  MediaBothWays() {
    super(
        "MEDIA-BOTH-WAYS.1",
        Area.MEDIA,
        "Sound and picture flow both ways soon after the answer",
        List.of("RFC 3264 §5.1", "RFC 3550 §6.4", "RFC 6184 §5"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      Duration twice = bench.plan().media().length().multipliedBy(2);
      bench.pause(twice.compareTo(LONG_ENOUGH) > 0 ? twice : LONG_ENOUGH);
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(new EnsureMediaArrives(MediaKind.AUDIO), call);
    bailiff.require(new EnsureMediaArrives(MediaKind.VIDEO), call);
    bailiff.require(new EnsureOurMediaIsReceived(MediaKind.AUDIO), call);
    bailiff.require(new EnsureOurMediaIsReceived(MediaKind.VIDEO), call);
    bailiff.require(new EnsureVideoDecodes(), call);
    MediaFigures.of(call).forEach(bailiff::figure);
  }
}
