package parley.core.media.video;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import parley.core.wire.Octets;

/**
 * Puts access units into RTP payloads (RFC 6184 §6). Mode 0 sends each NAL unit in a packet of its
 * own, so the encoder must be told {@link #largestNalUnit()}; one that is larger all the same is
 * sent as it is. Mode 1 joins neighbouring parameter sets in a STAP-A and cuts large units into
 * FU-A.
 */
public final class H264Packetiser {
  static final int STAP_A = 24;
  static final int FU_A = 28;

  private final int mode;
  private final int mostOctets;

  /**
   * @param mode packetization-mode, 0 or 1
   * @param mostOctets largest RTP payload, at least 64
   */
  public H264Packetiser(int mode, int mostOctets) {
    if (mode != 0 && mode != 1) {
      throw new IllegalArgumentException("packetization-mode " + mode + " is not sent here");
    }
    if (mostOctets < 64) {
      throw new IllegalArgumentException("payloads of " + mostOctets + " octets are too small");
    }
    this.mode = mode;
    this.mostOctets = mostOctets;
  }

  /** What the encoder must keep to: the payload in mode 0, nothing in mode 1. */
  public int largestNalUnit() {
    return mode == 0 ? mostOctets : Integer.MAX_VALUE;
  }

  /** The payloads of one access unit, in sending order. */
  public List<RtpPayload> packetise(List<NalUnit> accessUnit, long timestamp) {
    List<Octets> payloads = new ArrayList<>();
    int i = 0;
    while (i < accessUnit.size()) {
      int together = mode == 1 ? parameterSetsFrom(accessUnit, i) : 1;
      if (together > 1) {
        payloads.add(aggregate(accessUnit.subList(i, i + together)));
      } else {
        Octets nal = accessUnit.get(i).octets();
        if (mode == 0 || nal.length() <= mostOctets) {
          payloads.add(nal);
        } else {
          fragment(nal, payloads);
        }
      }
      i += Math.max(1, together);
    }
    List<RtpPayload> result = new ArrayList<>();
    for (int p = 0; p < payloads.size(); p++) {
      result.add(new RtpPayload(payloads.get(p), timestamp, p == payloads.size() - 1));
    }
    return List.copyOf(result);
  }

  private int parameterSetsFrom(List<NalUnit> accessUnit, int start) {
    int count = 0;
    int octets = 1;
    for (NalUnit nal : accessUnit.subList(start, accessUnit.size())) {
      octets += 2 + nal.octets().length();
      if (!nal.isParameterSet() || octets > mostOctets) {
        break;
      }
      count++;
    }
    return count;
  }

  /** §5.7.1: the header takes the highest nal_ref_idc and the OR of the forbidden bits. */
  private static Octets aggregate(List<NalUnit> units) {
    int reference = units.stream().mapToInt(NalUnit::referenceIdc).max().orElse(0);
    int forbidden = units.stream().anyMatch(NalUnit::forbiddenBit) ? 0x80 : 0;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(forbidden | (reference << 5) | STAP_A);
    for (NalUnit unit : units) {
      out.write(unit.octets().length() >> 8);
      out.write(unit.octets().length());
      out.writeBytes(unit.octets().toArray());
    }
    return Octets.of(out.toByteArray());
  }

  /** §5.8. */
  private void fragment(Octets nal, List<Octets> payloads) {
    int indicator = (nal.u8(0) & 0xe0) | FU_A;
    int type = nal.u8(0) & 0x1f;
    int room = mostOctets - 2;
    int at = 1;
    while (at < nal.length()) {
      int count = Math.min(room, nal.length() - at);
      byte[] payload = new byte[2 + count];
      int start = at == 1 ? 0x80 : 0;
      int end = at + count == nal.length() ? 0x40 : 0;
      payload[0] = (byte) indicator;
      payload[1] = (byte) (start | end | type);
      nal.slice(at, count).copyTo(payload, 2);
      payloads.add(Octets.of(payload));
      at += count;
    }
  }
}
