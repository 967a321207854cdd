package parley.core.media.jitsi;

import org.jitsi.service.neomedia.RawPacket;
import parley.core.wire.Octets;

/**
 * Builds the RTP packets we send with libjitsi's {@link RawPacket}, a view on octets that starts
 * neither devices nor services.
 */
public final class OutgoingRtp {
  private static final byte VERSION_2 = (byte) 0x80;

  private OutgoingRtp() {}

  /**
   * A packet without padding, extension and contributors (RFC 3550 §5.1).
   *
   * @param sequence 16 bits
   * @param timestamp 32 bits
   * @param ssrc 32 bits
   */
  public static Octets build(
      int payloadType, int sequence, long timestamp, long ssrc, boolean marker, Octets payload) {
    byte[] octets = new byte[RawPacket.FIXED_HEADER_SIZE + payload.length()];
    octets[0] = VERSION_2;
    payload.copyTo(octets, RawPacket.FIXED_HEADER_SIZE);
    RawPacket packet = new RawPacket(octets, 0, octets.length);
    packet.setPayloadType((byte) payloadType);
    packet.setMarker(marker);
    packet.setSequenceNumber(sequence & 0xffff);
    packet.setTimestamp(timestamp);
    packet.setSSRC((int) ssrc);
    return Octets.of(octets);
  }
}
