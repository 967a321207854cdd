package parley.core.media.rtp;

/**
 * Reads the header of an RTP packet where it lies in an array, without making a value of it (RFC
 * 3550 section 5.1), and comes to the same as {@link RtpPacket#decode}.
 */
public final class RtpHeader {
  /** Octets of the fixed part, which every other method here needs to be there. */
  public static final int FIXED = 12;

  private RtpHeader() {}

  /** Whether this may be RTP: the fixed part is there and says version 2. */
  public static boolean begins(byte[] octets, int at, int captured) {
    return captured >= FIXED && (octets[at] & 0xc0) == 0x80;
  }

  /** {@link RtpPacket#looksLikeRtcp} of version 2. */
  public static boolean isRtcp(byte[] octets, int at) {
    int type = octets[at + 1] & 0xff;
    return type >= 192 && type <= 223;
  }

  public static boolean marker(byte[] octets, int at) {
    return octets[at + 1] < 0;
  }

  public static int payloadType(byte[] octets, int at) {
    return octets[at + 1] & 0x7f;
  }

  public static int sequence(byte[] octets, int at) {
    return (octets[at + 2] & 0xff) << 8 | (octets[at + 3] & 0xff);
  }

  public static long timestamp(byte[] octets, int at) {
    return u32(octets, at + 4);
  }

  public static long ssrc(byte[] octets, int at) {
    return u32(octets, at + 8);
  }

  /**
   * Octets of the payload, without header, contributors, extension and padding; negative where the
   * header does not fit. An impossible count of padding, or one that the capture does not hold, is
   * left in the payload.
   *
   * @param length of the packet as it was sent
   * @param captured octets of it that are there
   */
  public static int payloadLength(byte[] octets, int at, int length, int captured) {
    int first = octets[at];
    int header = FIXED + 4 * (first & 0x0f);
    if ((first & 0x10) != 0) {
      if (header + 4 > captured) {
        return -1;
      }
      int words = (octets[at + header + 2] & 0xff) << 8 | (octets[at + header + 3] & 0xff);
      header += 4 + 4 * words;
    }
    int left = length - header;
    if (left > 0 && (first & 0x20) != 0 && captured == length) {
      int padding = octets[at + length - 1] & 0xff;
      return padding <= left ? left - padding : left;
    }
    return left;
  }

  private static long u32(byte[] octets, int at) {
    return ((octets[at] & 0xffL) << 24)
        | (octets[at + 1] & 0xff) << 16
        | (octets[at + 2] & 0xff) << 8
        | (octets[at + 3] & 0xff);
  }
}
