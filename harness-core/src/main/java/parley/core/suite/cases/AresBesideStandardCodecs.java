package parley.core.suite.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parley.core.call.CallFailure;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.core.judge.Bailiff;
import parley.core.plan.AresName;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Offer;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureMediaArrives;
import parley.core.suite.checks.EnsureOnlyAgreedPayloadTypes;
import parley.core.suite.checks.EnsureSameCodecWithout;
import parley.core.suite.checks.EnsureStandardCodecIsChosen;

/**
 * ARES, which one maker alone has, stands first among standard codecs; then the same call is made
 * without it. No public document says how ARES is written in SDP: the plan says it, and the record
 * shows what was offered.
 */
final class AresBesideStandardCodecs extends DescribedCase {
  AresBesideStandardCodecs() {
    super(
        "SDP-ARES-BESIDE-STANDARD.1",
        Area.NEGOTIATION,
        "With ARES offered beside standard codecs the call works and a standard codec carries it",
        List.of("RFC 3264 §6.1"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    Offer standard = Offer.standard(bench.plan());
    AresName ares = bench.plan().media().ares();
    List<Format> audio = new ArrayList<>(standard.audio());
    audio.addFirst(new Format(121, ares.encodingName(), ares.clockRate()));
    bench.stimulus("offer ARES first", Map.of("as", ares.text()));
    try (CallSession session = bench.call(standard.withAudio(audio))) {
      bench.letMediaFlow();
      session.hangUp();
    }
    bench.stimulus("the same without ARES");
    try (CallSession session = bench.call(standard)) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView with = record.firstOutgoing();
    CallView without = record.secondOutgoing();
    for (CallView call : List.of(without, with)) {
      bailiff.require(new EnsureCallIsAnswered(), call);
      bailiff.require(new EnsureStandardCodecIsChosen(MediaKind.AUDIO), call);
      bailiff.require(new EnsureOnlyAgreedPayloadTypes(), call);
      bailiff.require(new EnsureMediaArrives(MediaKind.AUDIO), call);
      bailiff.require(new EnsureMediaArrives(MediaKind.VIDEO), call);
    }
    bailiff.require(new EnsureSameCodecWithout("ARES", without), with);
  }
}
