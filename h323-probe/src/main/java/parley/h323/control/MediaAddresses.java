package parley.h323.control;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import parley.core.wire.Octets;
import parley.h323.address.IpAddress;
import parley.h323.h245.TransportAddress;
import parley.h323.h245.UnicastAddress;

/**
 * Between socket addresses and those of logical channels (H.245 clause B.3.2, TransportAddress).
 */
public final class MediaAddresses {
  private MediaAddresses() {}

  /** IPv4 or IPv6; empty for a name that is not resolved. */
  public static Optional<TransportAddress> write(InetSocketAddress address) {
    return Optional.ofNullable(address.getAddress())
        .map(InetAddress::getAddress)
        .map(
            octets ->
                new TransportAddress.UnicastAddress(
                    octets.length == 4
                        ? UnicastAddress.IPAddress.with()
                            .network(Octets.of(octets))
                            .tsapIdentifier(address.getPort())
                            .build()
                        : UnicastAddress.IP6Address.with()
                            .network(Octets.of(octets))
                            .tsapIdentifier(address.getPort())
                            .build()));
  }

  /** Empty where it is no IPv4 or IPv6 address of one host. */
  public static Optional<InetSocketAddress> read(TransportAddress address) {
    return address instanceof TransportAddress.UnicastAddress(var unicast)
        ? switch (unicast) {
          case UnicastAddress.IPAddress ip -> IpAddress.socket(ip.network(), ip.tsapIdentifier());
          case UnicastAddress.IP6Address ip -> IpAddress.socket(ip.network(), ip.tsapIdentifier());
          case UnicastAddress.IPSourceRouteAddress ip ->
              IpAddress.socket(ip.network(), ip.tsapIdentifier());
          case UnicastAddress.IPXAddress _ -> Optional.empty();
          case UnicastAddress.NetBios _ -> Optional.empty();
          case UnicastAddress.Nsap _ -> Optional.empty();
          case UnicastAddress.NonStandardAddress _ -> Optional.empty();
          case UnicastAddress.UnrecognizedAlternative _ -> Optional.empty();
        }
        : Optional.empty();
  }
}
