package parley.core.record;

import java.net.InetSocketAddress;
import java.util.Optional;
import parley.core.wire.Octets;

/**
 * One packet of a capture, numbered as every dissector numbers it (from 1, in file order), so that
 * a finding can name it and anybody can look it up.
 */
public sealed interface Packet {
  long number();

  /** Nanoseconds since 1970-01-01T00:00Z. */
  long timeNanos();

  /** A UDP datagram; {@code heading} is empty in a capture that does not say. */
  record Datagram(
      long number,
      long timeNanos,
      Optional<Heading> heading,
      InetSocketAddress source,
      InetSocketAddress destination,
      Octets payload)
      implements Packet {}

  /** A message of a stream transport, kept as an exported PDU with its addresses. */
  record Message(
      long number,
      long timeNanos,
      Optional<Heading> heading,
      String protocol,
      Transport transport,
      InetSocketAddress source,
      InetSocketAddress destination,
      Octets payload)
      implements Packet {}

  /**
   * A TCP segment (RFC 9293 section 3.1) of a capture that somebody else made; {@code
   * parley.core.stream} makes streams of them.
   *
   * @param sequence number of the first octet, or of the SYN, 0 to 2³²−1
   * @param flags the eight control bits, FIN in the lowest
   * @param payload what of it is in the capture; empty for a bare acknowledgement
   */
  record Segment(
      long number,
      long timeNanos,
      Optional<Heading> heading,
      InetSocketAddress source,
      InetSocketAddress destination,
      long sequence,
      int flags,
      Octets payload)
      implements Packet {
    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int ACK = 0x10;

    /** True where any of these control bits is set. */
    public boolean has(int bits) {
      return (flags & bits) != 0;
    }
  }

  /** What the laboratory itself did or noticed. */
  record Remark(long number, long timeNanos, LabNote note) implements Packet {}

  /** Anything else: not IP, a fragment without its rest, cut off, or damaged; {@code why} says. */
  record Unread(long number, long timeNanos, String why, Octets octets) implements Packet {}
}
