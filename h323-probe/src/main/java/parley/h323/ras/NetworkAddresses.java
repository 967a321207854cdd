package parley.h323.ras;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import parley.core.wire.Octets;
import parley.h323.address.IpAddress;
import parley.h323.h225.TransportAddress;

/** Between transport addresses of H.225.0 and those of the Internet protocols. */
public final class NetworkAddresses {
  private NetworkAddresses() {}

  /** Empty where it is no address of IP. */
  public static Optional<InetSocketAddress> of(TransportAddress address) {
    return switch (address) {
      case TransportAddress.IpAddress(Octets ip, int port) -> IpAddress.socket(ip, port);
      case TransportAddress.Ip6Address(Octets ip, int port, var ignored) ->
          IpAddress.socket(ip, port);
      case TransportAddress.IpSourceRoute route -> IpAddress.socket(route.ip(), route.port());
      case TransportAddress.IpxAddress ignored -> Optional.empty();
      case TransportAddress.NetBios ignored -> Optional.empty();
      case TransportAddress.Nsap ignored -> Optional.empty();
      case TransportAddress.NonStandardAddress ignored -> Optional.empty();
      case TransportAddress.UnrecognizedAlternative ignored -> Optional.empty();
    };
  }

  /**
   * As H.225.0 writes it.
   *
   * @throws IllegalArgumentException where the host name has not been resolved
   */
  public static TransportAddress transport(InetSocketAddress address) {
    InetAddress host = address.getAddress();
    if (host == null) {
      throw new IllegalArgumentException(address + " is not resolved");
    }
    Octets ip = Octets.of(host.getAddress());
    return host instanceof Inet6Address
        ? TransportAddress.Ip6Address.with().ip(ip).port(address.getPort()).build()
        : new TransportAddress.IpAddress(ip, address.getPort());
  }

  /** Host and port, an IPv6 host in brackets. */
  public static String text(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
