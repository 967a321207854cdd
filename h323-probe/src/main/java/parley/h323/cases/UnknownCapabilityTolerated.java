package parley.h323.cases;

import java.util.ArrayList;
import java.util.List;
import parley.core.call.CallFailure;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Offer;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureMediaArrives;
import parley.h323.checks.ControlView;
import parley.h323.checks.EnsureUnknownCapabilitiesAreTolerated;

/** A generic and a non-standard capability that nobody knows stand first in our capability set. */
final class UnknownCapabilityTolerated extends DescribedCase {
  private static final String NON_STANDARD = "X-PARLEY-UNKNOWN";

  /** Under an arc of UUIDs that was made for this and stands for nothing. */
  private static final String GENERIC = "generic-2.25.142388584303662911662933238655297505252";

  UnknownCapabilityTolerated() {
    super(
        "H245-UNKNOWN-CAPABILITY.1",
        Area.NEGOTIATION,
        "Capabilities the candidate does not know are passed over and the call works",
        List.of("H.245 §C.3", "H.245 §B.2.2.3"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    Offer standard = Offer.standard(bench.plan());
    List<Format> audio = new ArrayList<>(standard.audio());
    audio.addFirst(new Format(121, GENERIC, 16_000));
    audio.addFirst(new Format(120, NON_STANDARD, 16_000));
    try (CallSession session = bench.call(standard.withAudio(audio))) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    ControlView control = ControlView.of(record);
    bailiff.require(new EnsureCallIsAnswered(), control.call());
    bailiff.require(new EnsureUnknownCapabilitiesAreTolerated(), control);
    bailiff.require(new EnsureMediaArrives(MediaKind.AUDIO), control.call());
  }
}
