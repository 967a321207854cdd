package parley.core.suite.cases;

import java.util.ArrayList;
import java.util.List;
import parley.core.call.CallFailure;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.core.judge.Bailiff;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Offer;
import parley.core.suite.checks.EnsureAnswerListsOnlyOfferedCodecs;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureCodecIsNotChosen;
import parley.core.suite.checks.EnsureMediaArrives;
import parley.core.suite.checks.EnsureOnlyAgreedPayloadTypes;

/** A codec nobody has stands first in the offer. */
final class UnknownCodecTolerated extends DescribedCase {
  /** No register knows it, and none ever should. */
  static final String CODEC = "X-PARLEY-UNKNOWN";

  UnknownCodecTolerated() {
    super(
        "SDP-UNKNOWN-CODEC.1",
        Area.NEGOTIATION,
        "A codec the candidate does not know is passed over and the call works",
        List.of("RFC 3264 §6.1", "RFC 8866 §6"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    Offer standard = Offer.standard(bench.plan());
    List<Format> audio = new ArrayList<>(standard.audio());
    audio.addFirst(new Format(120, CODEC, 16_000).with("mode", "7"));
    try (CallSession session = bench.call(standard.withAudio(audio))) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(new EnsureCodecIsNotChosen(CODEC), call);
    bailiff.require(new EnsureAnswerListsOnlyOfferedCodecs(), call);
    bailiff.require(new EnsureOnlyAgreedPayloadTypes(), call);
    bailiff.require(new EnsureMediaArrives(MediaKind.AUDIO), call);
  }
}
