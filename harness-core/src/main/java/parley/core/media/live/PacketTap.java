package parley.core.media.live;

import java.net.InetSocketAddress;
import parley.core.record.Heading;
import parley.core.wire.Octets;

/** Sees every media datagram at the socket. */
@FunctionalInterface
public interface PacketTap {
  void datagram(Heading heading, InetSocketAddress ours, InetSocketAddress theirs, Octets payload);
}
