package parley.core.call;

import java.net.InetSocketAddress;
import parley.core.record.Heading;
import parley.core.record.Transport;
import parley.core.wire.Octets;

/** Sees every signalling message at the socket, before it is parsed and after it was built. */
@FunctionalInterface
public interface SignallingTap {
  /**
   * @param protocol name of the protocol as dissectors call it: "sip", "h225"
   * @param bytes the message as it was on the wire (decrypted where the transport encrypts)
   */
  void message(
      String protocol,
      Transport transport,
      Heading heading,
      InetSocketAddress ours,
      InetSocketAddress theirs,
      Octets bytes);

  /** A connection that carried messages has ended; {@code byPeer} where the other side ended it. */
  default void ended(
      Transport transport, InetSocketAddress ours, InetSocketAddress theirs, boolean byPeer) {}
}
