package parley.h323.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.h323.checks.ControlView;
import parley.h323.checks.EnsureChannelsAreWithinCapabilities;

/** A plain call, of which the codecs of the candidate's channels are looked at. */
final class ChannelsWithinCapabilities extends DescribedCase {

  ChannelsWithinCapabilities() {
    super(
        "H245-CHANNEL-IN-CAPABILITIES.1",
        Area.NEGOTIATION,
        "The candidate opens channels only for what we said we receive",
        List.of("H.323 §8.3", "H.245 §C.4"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    ControlView control = ControlView.of(record);
    bailiff.require(new EnsureCallIsAnswered(), control.call());
    bailiff.require(new EnsureChannelsAreWithinCapabilities(), control);
  }
}
