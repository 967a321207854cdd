package parley.core.trace;

import java.net.InetSocketAddress;
import java.util.Set;

/**
 * Somebody who takes part: a column of the ladder.
 *
 * @param label how it is shown: "192.0.2.7", or with its port where one host holds several
 * @param addresses all it was seen at
 */
public record Party(String label, Set<InetSocketAddress> addresses) {
  public Party {
    addresses = Set.copyOf(addresses);
  }
}
