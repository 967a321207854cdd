package parley.core.stream;

import parley.core.wire.Octets;

/**
 * Octets of a stream that one packet brought.
 *
 * @param at place of the first within its {@link Run}
 * @param packet number of the packet
 * @param timeNanos when it was captured, nanoseconds since 1970-01-01T00:00Z
 */
public record Span(int at, long packet, long timeNanos, Octets octets) {
  /** The place after the last octet. */
  public int end() {
    return at + octets.length();
  }
}
