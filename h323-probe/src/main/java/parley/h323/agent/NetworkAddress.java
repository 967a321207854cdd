package parley.h323.agent;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import parley.core.wire.Octets;
import parley.h323.h225.TransportAddress;

/** Addresses of IP as H.225.0 writes them. */
final class NetworkAddress {
  private NetworkAddress() {}

  static TransportAddress transport(InetSocketAddress address) {
    InetAddress host = address.getAddress();
    Octets ip = Octets.of(host.getAddress());
    return host instanceof Inet6Address
        ? TransportAddress.Ip6Address.with().ip(ip).port(address.getPort()).build()
        : new TransportAddress.IpAddress(ip, address.getPort());
  }
}
