package parley.core.record;

import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;

/**
 * A packet as a capture file holds it.
 *
 * @param linkType what {@code octets} begin with (the registry of link types of tcpdump)
 * @param littleEndian byte order of the file, which link type 0 depends on
 * @param damage what is wrong with the block that holds it
 */
record Frame(
    long number,
    long timeNanos,
    int linkType,
    boolean littleEndian,
    Octets octets,
    Optional<Heading> heading,
    List<String> comments,
    Optional<String> damage) {
  Packet.Unread unread(String why) {
    return new Packet.Unread(number, timeNanos, why, octets);
  }
}
