package parley.h323.transport;

import java.util.Optional;
import parley.core.wire.Octets;

/** A packet of RFC 1006 §6: version 3, a reserved octet, a length of two octets, the content. */
public final class Tpkt {
  static final int HEADER = 4;
  static final int VERSION = 3;

  /** The longest content a packet holds. */
  public static final int MOST = 0xffff - HEADER;

  private Tpkt() {}

  /**
   * The packet around a message.
   *
   * @throws IllegalArgumentException for a content over {@link #MOST} octets
   */
  public static Octets around(Octets content) {
    if (content.length() > MOST) {
      throw new IllegalArgumentException(content.length() + " octets do not fit into a TPKT");
    }
    int length = content.length() + HEADER;
    byte[] packet = new byte[length];
    packet[0] = VERSION;
    packet[2] = (byte) (length >> 8);
    packet[3] = (byte) length;
    content.copyTo(packet, HEADER);
    return Octets.of(packet);
  }

  /** What a packet holds; empty where these octets are not exactly one packet. */
  public static Optional<Octets> content(Octets packet) {
    return packet.length() >= HEADER && packet.u8(0) == VERSION && packet.u16(2) == packet.length()
        ? Optional.of(packet.from(HEADER))
        : Optional.empty();
  }
}
