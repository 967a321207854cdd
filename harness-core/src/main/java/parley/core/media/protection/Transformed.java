package parley.core.media.protection;

import parley.core.wire.Octets;

/** What protecting a packet, or taking its protection off, came to. */
public sealed interface Transformed {
  /** It was done; {@code octets} is the whole packet, with its header. */
  record Packet(Octets octets) implements Transformed {}

  /** It could not be done: the packet as it was, and why. */
  record Refused(Octets octets, String problem) implements Transformed {}
}
