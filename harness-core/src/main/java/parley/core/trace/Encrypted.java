package parley.core.trace;

import java.util.List;
import parley.core.stream.Connection;
import parley.core.stream.Flow;
import parley.core.wire.Octets;

/** Connections that no trace can read: a reader must know that they are there. */
public final class Encrypted {
  private static final int HANDSHAKE = 22;

  private Encrypted() {}

  /** Those that begin with a handshake of TLS (RFC 8446 section 5.1). */
  public static List<Connection> in(TraceInput input) {
    return input.connections().stream()
        .filter(connection -> connection.flows().stream().anyMatch(Encrypted::handshake))
        .toList();
  }

  private static boolean handshake(Flow flow) {
    if (flow.runs().isEmpty()) {
      return false;
    }
    Octets first = flow.runs().getFirst().beginning(3);
    return first.length() == 3 && first.u8(0) == HANDSHAKE && first.u8(1) == 3 && first.u8(2) <= 4;
  }
}
