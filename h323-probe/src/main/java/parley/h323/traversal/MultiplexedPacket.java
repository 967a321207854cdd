package parley.h323.traversal;

import java.util.Optional;
import parley.core.wire.Octets;

/**
 * A packet of multiplexed media (H.460.19 clause 8): its stream's number in four octets, most
 * significant first, then RTP or RTCP as it would be without.
 *
 * <p>Written from the Recommendation's text as public implementations follow it; no capture at hand
 * holds such a packet.
 *
 * @param id 0 to 4294967295, as the receiver chose it
 */
public record MultiplexedPacket(long id, Octets packet) {
  private static final int HEADER = 4;

  /** Empty where there are fewer than four octets. */
  public static Optional<MultiplexedPacket> read(Octets datagram) {
    return datagram.length() < HEADER
        ? Optional.empty()
        : Optional.of(new MultiplexedPacket(datagram.u32(0), datagram.from(HEADER)));
  }

  public Octets octets() {
    byte[] all = new byte[HEADER + packet.length()];
    for (int i = 0; i < HEADER; i++) {
      all[i] = (byte) (id >> (8 * (HEADER - 1 - i)));
    }
    packet.copyTo(all, HEADER);
    return Octets.of(all);
  }
}
