package parley.h323.cases;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.core.call.CallFailure;
import parley.core.call.MediaKind;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.h323.agent.H323Call;
import parley.h323.checks.ControlView;
import parley.h323.checks.EnsureRateIsLimited;
import parley.h323.control.ControlCommand;

/** The harness limits the candidate to half of the rate at which its video comes. */
final class RateLimited extends DescribedCase {
  /** No device can be asked to show a picture for less. */
  private static final long LOWEST = 48_000;

  private static final Duration TO_FOLLOW = Duration.ofSeconds(1);

  RateLimited() {
    super(
        "H245-FLOW-CONTROL.1",
        Area.MEDIA,
        "Told to send video more slowly, the candidate does",
        List.of("H.245 §B.13"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      H323Call call = (H323Call) session.call();
      bench.letMediaFlow();
      Optional<Integer> video = call.incomingChannel(MediaKind.VIDEO);
      if (video.isPresent()) {
        bench.stimulus("limit video");
        long octets = session.media().received(MediaKind.VIDEO).octets();
        long came = octets * 8_000 / Math.max(1, bench.plan().media().length().toMillis());
        call.perform(new ControlCommand.LimitRate(video, Optional.of(Math.max(LOWEST, came / 2))));
        bench.letMediaFlow();
        bench.pause(TO_FOLLOW);
      }
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    ControlView control = ControlView.of(record);
    bailiff.require(new EnsureCallIsAnswered(), control.call());
    bailiff.require(new EnsureRateIsLimited(), control);
  }
}
