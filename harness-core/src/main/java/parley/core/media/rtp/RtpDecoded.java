package parley.core.media.rtp;

import java.util.Optional;
import parley.core.wire.Octets;

/** What a datagram that should be RTP turned out to be. */
public sealed interface RtpDecoded {
  record Read(RtpPacket packet) implements RtpDecoded {}

  /**
   * Not a proper packet.
   *
   * @param readable the packet where all but its padding could be read, with the padding left in
   *     the payload: the count is encrypted with the payload in SRTP (RFC 3711 section 3.1) and
   *     H.235.6, so without the key a good packet looks like this
   */
  record Malformed(Octets octets, Optional<RtpPacket> readable, String problem)
      implements RtpDecoded {
    Malformed(Octets octets, String problem) {
      this(octets, Optional.empty(), problem);
    }
  }

  /** The packet, as far as it could be read. */
  default Optional<RtpPacket> packetIfAny() {
    return switch (this) {
      case Read(RtpPacket packet) -> Optional.of(packet);
      case Malformed malformed -> malformed.readable();
    };
  }
}
