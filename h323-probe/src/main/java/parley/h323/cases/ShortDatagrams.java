package parley.h323.cases;

import java.util.List;
import parley.core.call.CallFailure;
import parley.core.call.MediaKind;
import parley.core.judge.Bailiff;
import parley.core.record.Packet;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.wire.Octets;
import parley.h323.checks.EnsureCallGoesOn;

/** Datagrams of no and of one octet come to the RTP ports, as some devices keep ports open. */
final class ShortDatagrams extends DescribedCase {
  private static final String SHORT = "send datagrams too short for RTP";

  ShortDatagrams() {
    super(
        "H323-KEEP-ALIVE-UDP.1",
        Area.MEDIA,
        "Datagrams too short for RTP on its RTP ports leave the candidate sending",
        List.of("RFC 6263 §4.1", "RFC 3550 §A.1"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    try (CallSession session = bench.call()) {
      bench.letMediaFlow();
      bench.stimulus(SHORT);
      for (MediaKind kind : List.of(MediaKind.AUDIO, MediaKind.VIDEO)) {
        session.media().sendAsItIs(kind, Octets.EMPTY);
        session.media().sendAsItIs(kind, Octets.ofHex("00"));
      }
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(
        new EnsureCallGoesOn(
            EnsureCallGoesOn.After.SHORT_DATAGRAMS,
            record.stimulus(SHORT).map(Packet.Remark::timeNanos)),
        call);
  }
}
