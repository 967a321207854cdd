package parley.h323.trace;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import parley.core.trace.Tree;
import parley.core.wire.Octets;

/**
 * How octets that stand for something else are written. Each form can be turned back into the same
 * octets.
 */
final class Wording {
  private static final Set<String> ADDRESSES = Set.of("ip", "network");

  /** GloballyUniqueID (H.225.0 clause 7.6). */
  private static final Set<String> IDENTIFIERS =
      Set.of("guid", "conferenceID", "conferenceIdentifier", "globalCallId", "threadId");

  /** VendorIdentifier (H.225.0 clause 7.6, H.245 clause B.2.2.2): texts, though not declared so. */
  private static final Set<String> TEXTS =
      Set.of("productId", "versionId", "productNumber", "versionNumber");

  private static final int ADDRESS_4 = 4;
  private static final int ADDRESS_6 = 16;
  private static final int IDENTIFIER = 16;

  private Wording() {}

  /** What the component of that name says; empty where only its octets do. */
  static Optional<String> of(String name, Octets octets) {
    if (ADDRESSES.contains(name)) {
      return address(octets);
    }
    if (IDENTIFIERS.contains(name) && octets.length() == IDENTIFIER) {
      return Optional.of(new UUID(octets.s64(0), octets.s64(8)).toString());
    }
    return TEXTS.contains(name) ? text(octets) : Optional.empty();
  }

  static Optional<String> address(Octets octets) {
    if (octets.length() != ADDRESS_4 && octets.length() != ADDRESS_6) {
      return Optional.empty();
    }
    if (octets.length() == ADDRESS_4) {
      return Optional.of(
          octets.u8(0) + "." + octets.u8(1) + "." + octets.u8(2) + "." + octets.u8(3));
    }
    try {
      // Octets of this length are never looked up; a mapped address becomes one of version 4.
      return Optional.of(InetAddress.getByAddress(octets.toArray()))
          .filter(address -> address.getAddress().length == ADDRESS_6)
          .map(InetAddress::getHostAddress);
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Octets octets) {
    for (int i = 0; i < octets.length(); i++) {
      if (octets.u8(i) < ' ' || octets.u8(i) > '~') {
        return Optional.empty();
      }
    }
    return Optional.of(octets.text(StandardCharsets.US_ASCII));
  }

  /** A sequence in one line, where it is an address and a port; else empty. */
  static String of(List<Tree> components) {
    if (components.size() >= 2
        && components.get(0) instanceof Tree.Leaf(String host, String address)
        && components.get(1) instanceof Tree.Leaf(String port, String number)
        && ADDRESSES.contains(host)
        && (port.equals("port") || port.equals("tsapIdentifier"))) {
      return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + number;
    }
    return "";
  }
}
