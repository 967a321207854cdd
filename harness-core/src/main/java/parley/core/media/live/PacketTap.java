package parley.core.media.live;

import java.net.InetSocketAddress;
import java.util.Optional;
import parley.core.call.MediaProtection;
import parley.core.record.Heading;
import parley.core.wire.Octets;

/** Sees every media datagram at the socket, as it is on the wire. */
@FunctionalInterface
public interface PacketTap {
  void datagram(Heading heading, InetSocketAddress ours, InetSocketAddress theirs, Octets payload);

  /**
   * From now on what goes this way at this RTP socket is protected so; empty for clear. Comes
   * before the first such packet.
   */
  default void protection(
      Heading heading, InetSocketAddress ours, Optional<MediaProtection> protection) {}
}
