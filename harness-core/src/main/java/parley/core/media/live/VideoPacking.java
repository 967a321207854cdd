package parley.core.media.live;

import java.util.ArrayList;
import java.util.List;
import parley.core.media.video.H264Packetiser;
import parley.core.media.video.NalUnit;
import parley.core.media.video.RtpPayload;
import parley.core.wire.Octets;

/** Packs coded pictures, with the faults of a simulated device. */
final class VideoPacking {
  private static final int FU_A = 28;
  private static final int FU_B = 29;
  private static final int TYPE = 0x1f;
  private static final int START = 0x80;

  /** Slice headers are left as they are: what should follow them is missing. */
  private static final int SLICE_HEADER_OCTETS = 8;

  private final H264Packetiser packetiser;
  private final MediaBehaviour behaviour;

  VideoPacking(H264Packetiser packetiser, MediaBehaviour behaviour) {
    this.packetiser = packetiser;
    this.behaviour = behaviour;
  }

  int largestNalUnit() {
    return packetiser.largestNalUnit();
  }

  List<RtpPayload> packetise(List<NalUnit> accessUnit, long timestamp) {
    List<NalUnit> units =
        behaviour.spoiltPictures()
            ? accessUnit.stream().map(VideoPacking::spoil).toList()
            : accessUnit;
    List<RtpPayload> payloads = packetiser.packetise(units, timestamp);
    if (!behaviour.interleaved()) {
      return payloads;
    }
    List<RtpPayload> interleaved = new ArrayList<>();
    for (RtpPayload payload : payloads) {
      interleaved.add(
          new RtpPayload(interleave(payload.octets()), payload.timestamp(), payload.marker()));
    }
    return interleaved;
  }

  /** A first fragment becomes an FU-B (RFC 6184 §5.8), with decoding order number 0. */
  private static Octets interleave(Octets payload) {
    if ((payload.u8(0) & TYPE) != FU_A || (payload.u8(1) & START) == 0) {
      return payload;
    }
    byte[] changed = new byte[payload.length() + 2];
    changed[0] = (byte) ((payload.u8(0) & ~TYPE) | FU_B);
    changed[1] = (byte) payload.u8(1);
    payload.slice(2, payload.length() - 2).copyTo(changed, 4);
    return Octets.of(changed);
  }

  private static NalUnit spoil(NalUnit unit) {
    if (unit.isParameterSet() || unit.octets().length() <= SLICE_HEADER_OCTETS) {
      return unit;
    }
    return new NalUnit(unit.octets().slice(0, SLICE_HEADER_OCTETS));
  }
}
