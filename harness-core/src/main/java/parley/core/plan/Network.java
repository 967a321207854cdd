package parley.core.plan;

import java.util.Optional;
import parley.core.record.Transport;

/**
 * Where the harness listens.
 *
 * @param address local address; empty: the one the route to the target leaves from
 * @param signallingPort 0 lets the system choose
 * @param mediaPorts ports for RTP and RTCP
 * @param transport of signalling where the target does not name one
 */
public record Network(
    Optional<String> address, int signallingPort, PortRange mediaPorts, Transport transport) {
  public Network withAddress(String other) {
    return new Network(Optional.of(other), signallingPort, mediaPorts, transport);
  }
}
