package parley.h323.trace;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalLong;
import parley.core.wire.Octets;

/** Addresses in messages as addresses of packets. */
final class TransportAddresses {
  private TransportAddresses() {}

  /** A TransportAddress of H.225.0 or H.245, where it is one of IP. */
  static Optional<InetSocketAddress> of(Part address) {
    // H.245 has another choice around it: unicast or multicast.
    Optional<Part> chosen = address.chosen();
    Optional<Part> inner = chosen.flatMap(Part::chosen);
    return chosen
        .flatMap(TransportAddresses::socket)
        .or(() -> inner.flatMap(TransportAddresses::socket));
  }

  private static Optional<InetSocketAddress> socket(Part part) {
    Optional<Octets> host = part.part("ip").or(() -> part.part("network")).flatMap(Part::octets);
    OptionalLong port =
        part.part("port")
            .or(() -> part.part("tsapIdentifier"))
            .map(Part::number)
            .orElse(OptionalLong.empty());
    if (host.isEmpty() || port.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new InetSocketAddress(
              InetAddress.getByAddress(host.get().toArray()), (int) port.getAsLong()));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }
}
