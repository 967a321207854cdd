package parley.h323.traversal;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.Optional;
import parley.core.wire.Octets;
import parley.h323.address.IpAddress;
import parley.h323.h245.TransportAddress;
import parley.h323.h245.UnicastAddress;

/** Between transport addresses of H.245 and those of the Internet protocols. */
final class MediaAddresses {
  private MediaAddresses() {}

  /** Empty where it is no unicast address of IP. */
  static Optional<InetSocketAddress> of(TransportAddress address) {
    if (!(address instanceof TransportAddress.UnicastAddress(UnicastAddress unicast))) {
      return Optional.empty();
    }
    return switch (unicast) {
      case UnicastAddress.IPAddress four -> IpAddress.socket(four.network(), four.tsapIdentifier());
      case UnicastAddress.IP6Address six -> IpAddress.socket(six.network(), six.tsapIdentifier());
      default -> Optional.empty();
    };
  }

  static TransportAddress unicast(InetSocketAddress address) {
    Octets network = Octets.of(address.getAddress().getAddress());
    return new TransportAddress.UnicastAddress(
        address.getAddress() instanceof Inet6Address
            ? UnicastAddress.IP6Address.with()
                .network(network)
                .tsapIdentifier(address.getPort())
                .build()
            : UnicastAddress.IPAddress.with()
                .network(network)
                .tsapIdentifier(address.getPort())
                .build());
  }
}
