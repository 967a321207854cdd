package parley.h323.fecc;

import parley.core.wire.Octets;

/**
 * A frame of H.224 as it stands in one RTP packet (H.323 Annex Q): Q.922 address and control field,
 * then the frame; no flags, no stuffed bits, no check sequence.
 *
 * @param highPriority by the data link connection it names
 * @param destination terminal address, {@link #BROADCAST} in H.323
 * @param source terminal address
 * @param beginning first segment of a message
 * @param end last segment of a message
 * @param control the two bits C1 and C0, zero in the messages of H.281
 * @param segment number modulo 16, counted down to 0
 * @param data of the client
 */
public record H224Frame(
    boolean highPriority,
    int destination,
    int source,
    ClientId client,
    boolean beginning,
    boolean end,
    int control,
    int segment,
    Octets data) {
  public static final int BROADCAST = 0;

  /** A frame of Q.922 carries at most 260 octets, six of them the header here. */
  static final int MOST_DATA = 254;

  private static final int HEADER = 3;
  private static final int ADDRESSES = 4;
  private static final int LOW_PRIORITY_LINK = 0x61;
  private static final int HIGH_PRIORITY_LINK = 0x71;
  private static final int UNNUMBERED = 0x03;

  public H224Frame {
    if ((destination | source) >>> 16 != 0 || control >>> 2 != 0 || segment >>> 4 != 0) {
      throw new IllegalArgumentException("a field does not fit its bits");
    }
    if (data.length() > MOST_DATA) {
      throw new IllegalArgumentException("more than " + MOST_DATA + " octets: " + data.length());
    }
  }

  /** A message that fits one frame, to everybody. */
  public static H224Frame whole(boolean highPriority, ClientId client, Octets data) {
    return new H224Frame(highPriority, BROADCAST, BROADCAST, client, true, true, 0, 0, data);
  }

  /** What octets that should be a frame turned out to be. */
  public sealed interface Reading {
    record Read(H224Frame frame) implements Reading {}

    record Malformed(Octets octets, String problem) implements Reading {}
  }

  public static Reading read(Octets payload) {
    if (payload.length() < HEADER + ADDRESSES + 2) {
      return new Reading.Malformed(payload, "shorter than its header: " + payload.length());
    }
    int link = payload.u8(1);
    if (payload.u8(0) != 0
        || (link != LOW_PRIORITY_LINK && link != HIGH_PRIORITY_LINK)
        || payload.u8(2) != UNNUMBERED) {
      // One that was cut out of HDLC begins with a flag and shows here.
      return new Reading.Malformed(
          payload, "begins with " + payload.slice(0, HEADER).hex() + ", not with 006103 or 007103");
    }
    Octets rest = payload.from(HEADER + ADDRESSES);
    var client = ClientId.read(rest);
    int flags = client.map(id -> id.encode().length()).orElse(rest.length());
    if (client.isEmpty() || flags >= rest.length()) {
      return new Reading.Malformed(payload, "cut off in the client's identifier");
    }
    Octets data = rest.from(flags + 1);
    if (data.length() > MOST_DATA) {
      return new Reading.Malformed(payload, "too long: " + data.length() + " octets of data");
    }
    return new Reading.Read(
        new H224Frame(
            link == HIGH_PRIORITY_LINK,
            payload.u16(HEADER),
            payload.u16(HEADER + 2),
            client.get(),
            (rest.u8(flags) & 0x80) != 0,
            (rest.u8(flags) & 0x40) != 0,
            rest.u8(flags) >> 4 & 3,
            rest.u8(flags) & 0x0f,
            data));
  }

  /** The payload of an RTP packet; {@link #read} of it gives an equal frame. */
  public Octets encode() {
    Octets id = client.encode();
    byte[] out = new byte[HEADER + ADDRESSES + id.length() + 1 + data.length()];
    out[1] = (byte) (highPriority ? HIGH_PRIORITY_LINK : LOW_PRIORITY_LINK);
    out[2] = UNNUMBERED;
    out[3] = (byte) (destination >> 8);
    out[4] = (byte) destination;
    out[5] = (byte) (source >> 8);
    out[6] = (byte) source;
    id.copyTo(out, HEADER + ADDRESSES);
    int flags = HEADER + ADDRESSES + id.length();
    out[flags] = (byte) ((beginning ? 0x80 : 0) | (end ? 0x40 : 0) | control << 4 | segment);
    data.copyTo(out, flags + 1);
    return Octets.of(out);
  }
}
