package parley.h323.trace;

import java.util.List;
import parley.core.trace.Carriage;
import parley.core.wire.Octets;

/**
 * Octets of a capture that are H.323, not yet read.
 *
 * @param kind of what they should be
 * @param connection number of the TCP connection, or of the pair of addresses that a message of our
 *     own capture names; -1 of a datagram
 * @param octets without a TPKT header
 * @param problems of how they were carried
 */
record Find(Carriage carriage, Kind kind, int connection, Octets octets, List<String> problems) {
  enum Kind {
    RAS,
    SIGNALLING,
    CONTROL,
    /** A TPKT that holds nothing, by which some keep a connection open. */
    KEEP_ALIVE,
    STRAY
  }

  Find {
    problems = List.copyOf(problems);
  }
}
