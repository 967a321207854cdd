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
import parley.h323.checks.EnsureCapabilitiesAreAcknowledged;
import parley.h323.checks.EnsureCapabilitiesAreSent;
import parley.h323.checks.EnsureDescriptorsNameEntries;

/** A plain call, of which the exchange of capabilities is looked at. */
final class CapabilitiesExchanged extends DescribedCase {

  CapabilitiesExchanged() {
    super(
        "H245-CAPABILITIES.1",
        Area.NEGOTIATION,
        "The candidate says what it receives and acknowledges what we receive",
        List.of("H.323 §8.2", "H.245 §C.3", "H.245 §B.2.2.2"));
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
    bailiff.require(new EnsureCapabilitiesAreSent(), control);
    bailiff.require(new EnsureDescriptorsNameEntries(), control);
    bailiff.require(new EnsureCapabilitiesAreAcknowledged(), control);
  }
}
