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
import parley.h323.checks.EnsureAcknowledgementsCarryAddresses;
import parley.h323.checks.EnsureChannelsCarryControlAddress;

/** A plain call, of which the addresses in channels and acknowledgements are looked at. */
final class ChannelAddressesGiven extends DescribedCase {

  ChannelAddressesGiven() {
    super(
        "H245-CHANNEL-ADDRESS.1",
        Area.NEGOTIATION,
        "The candidate says where it takes the media and the RTCP of each channel",
        List.of("H.245 §B.3.1", "H.245 §B.3.2", "H.323 §8.3"));
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
    bailiff.require(new EnsureAcknowledgementsCarryAddresses(), control);
    bailiff.require(new EnsureChannelsCarryControlAddress(), control);
  }
}
