package parley.core.suite.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.call.MediaKind;
import parley.core.judge.Bailiff;
import parley.core.judge.Check;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.H264View;
import parley.core.suite.Offer;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureMediaArrives;
import parley.core.suite.checks.EnsureNonInterleavedPackets;
import parley.core.suite.checks.EnsureSingleNalUnitPackets;
import parley.core.suite.checks.EnsureVideoDecodes;

/** H.264 is offered in one packetisation mode only. */
final class H264PacketizationMode extends DescribedCase {
  private static final int PAYLOAD_TYPE = 99;

  private final int mode;
  private final Check<H264View> packing;

  private H264PacketizationMode(int mode, String title, String clause, Check<H264View> packing) {
    super("VIDEO-H264-MODE" + mode + ".1", Area.VIDEO, title, List.of(clause, "RFC 6184 §8.2.2"));
    this.mode = mode;
    this.packing = packing;
  }

  static H264PacketizationMode singleNalUnit() {
    return new H264PacketizationMode(
        0,
        "With H.264 in packetization-mode 0 every packet holds one NAL unit",
        "RFC 6184 §6.2",
        new EnsureSingleNalUnitPackets());
  }

  static H264PacketizationMode nonInterleaved() {
    return new H264PacketizationMode(
        1,
        "With H.264 in packetization-mode 1 nothing is interleaved and the picture decodes",
        "RFC 6184 §6.3",
        new EnsureNonInterleavedPackets());
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    Offer offer =
        Offer.standard(bench.plan())
            .withVideo(List.of(Offer.h264(PAYLOAD_TYPE, mode, Offer.BASELINE_3_1)));
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
    bailiff.require(packing, H264View.of(call));
    bailiff.require(new EnsureVideoDecodes(), call);
  }
}
