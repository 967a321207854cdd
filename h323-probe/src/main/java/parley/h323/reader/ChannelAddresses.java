package parley.h323.reader;

import java.net.InetSocketAddress;
import java.util.Optional;
import parley.h323.address.IpAddress;
import parley.h323.h245.TransportAddress;
import parley.h323.h245.UnicastAddress;

/** Transport addresses of H.245 as those of IP. */
public final class ChannelAddresses {
  private ChannelAddresses() {}

  /** Empty where it is no unicast address of IP. */
  public static Optional<InetSocketAddress> of(TransportAddress address) {
    return switch (address) {
      case TransportAddress.UnicastAddress(UnicastAddress.IPAddress ip) ->
          IpAddress.socket(ip.network(), ip.tsapIdentifier());
      case TransportAddress.UnicastAddress(UnicastAddress.IP6Address ip) ->
          IpAddress.socket(ip.network(), ip.tsapIdentifier());
      case TransportAddress.UnicastAddress(var other) -> Optional.empty();
      case TransportAddress.MulticastAddress any -> Optional.empty();
      case TransportAddress.UnrecognizedAlternative any -> Optional.empty();
    };
  }
}
