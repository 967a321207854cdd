package parley.h323.address;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import parley.core.wire.Octets;

/** Four or sixteen octets and a port, as every address of H.225.0 and H.245 has them. */
public final class IpAddress {
  private IpAddress() {}

  /** Empty for any other number of octets. */
  public static Optional<InetSocketAddress> socket(Octets ip, int port) {
    try {
      return Optional.of(new InetSocketAddress(InetAddress.getByAddress(ip.toArray()), port));
    } catch (UnknownHostException wrongLength) {
      return Optional.empty();
    }
  }
}
