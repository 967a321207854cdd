package parley.h323.reader;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import parley.core.wire.Octets;
import parley.h323.h245.TransportAddress;
import parley.h323.h245.UnicastAddress;

/** Transport addresses of H.245 as those of IP. */
public final class ChannelAddresses {
  private ChannelAddresses() {}

  /** Empty where it is no unicast address of IP. */
  public static Optional<InetSocketAddress> of(TransportAddress address) {
    return switch (address) {
      case TransportAddress.UnicastAddress(UnicastAddress.IPAddress ip) ->
          socket(ip.network(), ip.tsapIdentifier());
      case TransportAddress.UnicastAddress(UnicastAddress.IP6Address ip) ->
          socket(ip.network(), ip.tsapIdentifier());
      case TransportAddress.UnicastAddress(var other) -> Optional.empty();
      case TransportAddress.MulticastAddress any -> Optional.empty();
      case TransportAddress.UnrecognizedAlternative any -> Optional.empty();
    };
  }

  private static Optional<InetSocketAddress> socket(Octets ip, int port) {
    try {
      return Optional.of(new InetSocketAddress(InetAddress.getByAddress(ip.toArray()), port));
    } catch (UnknownHostException wrongLength) {
      return Optional.empty();
    }
  }
}
