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
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureReceptionReportsMatch;
import parley.core.suite.checks.EnsureSenderReportsMatch;

/** What RTCP says is what was captured. */
final class RtcpConsistent extends DescribedCase {
  /** RFC 3550 §6.2: reports come every five seconds or so, the first after half of it. */
  private static final java.time.Duration LONG_ENOUGH = java.time.Duration.ofSeconds(11);

  RtcpConsistent() {
    super(
        "MEDIA-RTCP-CONSISTENT.1",
        Area.MEDIA,
        "The candidate's RTCP reports agree with the packets that were captured",
        List.of("RFC 3550 §6.4.1", "RFC 3550 §6.2"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      bench.pause(LONG_ENOUGH);
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    for (MediaKind kind : List.of(MediaKind.AUDIO, MediaKind.VIDEO)) {
      bailiff.require(new EnsureSenderReportsMatch(kind), call);
      bailiff.require(new EnsureReceptionReportsMatch(kind), call);
    }
  }
}
