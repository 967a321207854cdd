package parley.core.media.rtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;

/**
 * An RTP packet, version 2 (RFC 3550 section 5.1).
 *
 * @param contributors at most 15 contributing sources, in their order
 * @param payloadType 0 to 127
 * @param timestamp in units of the payload's clock, 0 to 2³²−1
 * @param padding the padding with its count octet; empty where the padding bit is clear
 */
public record RtpPacket(
    boolean marker,
    int payloadType,
    SequenceNumber sequence,
    long timestamp,
    Ssrc ssrc,
    List<Ssrc> contributors,
    Optional<HeaderExtension> extension,
    Octets payload,
    Octets padding) {
  private static final int FIXED_HEADER = 12;
  private static final int VERSION = 2;

  public RtpPacket {
    contributors = List.copyOf(contributors);
    if (payloadType < 0 || payloadType > 127) {
      throw new IllegalArgumentException("a payload type has 7 bits: " + payloadType);
    }
    if (timestamp < 0 || timestamp > 0xffff_ffffL) {
      throw new IllegalArgumentException("a timestamp has 32 bits: " + timestamp);
    }
    if (contributors.size() > 15) {
      throw new IllegalArgumentException("at most 15 contributors, not " + contributors.size());
    }
    if (!padding.isEmpty() && padding.u8(padding.length() - 1) != padding.length()) {
      throw new IllegalArgumentException("the last octet of padding must count it: " + padding);
    }
  }

  /** A packet without contributors, extension and padding. */
  public RtpPacket(
      boolean marker,
      int payloadType,
      SequenceNumber sequence,
      long timestamp,
      Ssrc ssrc,
      Octets payload) {
    this(
        marker,
        payloadType,
        sequence,
        timestamp,
        ssrc,
        List.of(),
        Optional.empty(),
        payload,
        Octets.EMPTY);
  }

  /**
   * Whether these octets look like RTCP that shares a port with RTP: the second octet is a packet
   * type of the range 192 to 223 (RFC 5761 section 4).
   */
  public static boolean looksLikeRtcp(Octets octets) {
    return octets.length() >= 4
        && octets.u8(0) >> 6 == VERSION
        && octets.u8(1) >= 192
        && octets.u8(1) <= 223;
  }

  /** Reads one datagram; the packet's parts are views on {@code octets}. */
  public static RtpDecoded decode(Octets octets) {
    int length = octets.length();
    if (length < FIXED_HEADER) {
      return new RtpDecoded.Malformed(octets, "shorter than the fixed header: " + length);
    }
    int first = octets.u8(0);
    if (first >> 6 != VERSION) {
      return new RtpDecoded.Malformed(octets, "version " + (first >> 6) + " instead of 2");
    }
    int contributorCount = first & 0x0f;
    int at = FIXED_HEADER + 4 * contributorCount;
    if (at > length) {
      return new RtpDecoded.Malformed(octets, "cut off in " + contributorCount + " contributors");
    }
    List<Ssrc> contributors = contributorCount == 0 ? List.of() : new ArrayList<>(contributorCount);
    for (int i = FIXED_HEADER; i < at; i += 4) {
      contributors.add(new Ssrc(octets.u32(i)));
    }
    Optional<HeaderExtension> extension = Optional.empty();
    if ((first & 0x10) != 0) {
      if (at + 4 > length || at + 4 + 4 * octets.u16(at + 2) > length) {
        return new RtpDecoded.Malformed(octets, "cut off in the header extension");
      }
      int size = 4 * octets.u16(at + 2);
      extension = Optional.of(new HeaderExtension(octets.u16(at), octets.slice(at + 4, size)));
      at += 4 + size;
    }
    int left = length - at;
    boolean padded = (first & 0x20) != 0;
    int padding = padded && left > 0 ? octets.u8(length - 1) : 0;
    boolean fits = !padded || (padding > 0 && padding <= left);
    int kept = fits ? padding : 0;
    int second = octets.u8(1);
    RtpPacket packet =
        new RtpPacket(
            second >> 7 == 1,
            second & 0x7f,
            new SequenceNumber(octets.u16(2)),
            octets.u32(4),
            new Ssrc(octets.u32(8)),
            contributors,
            extension,
            octets.slice(at, left - kept),
            octets.slice(length - kept, kept));
    return fits
        ? new RtpDecoded.Read(packet)
        : new RtpDecoded.Malformed(
            octets,
            Optional.of(packet),
            "padding of " + padding + " octets where " + left + " are left");
  }

  /** The packet as a datagram; {@link #decode} of it gives an equal packet. */
  public Octets encode() {
    int extensionSize = extension.map(e -> 4 + e.content().length()).orElse(0);
    int header = FIXED_HEADER + 4 * contributors.size() + extensionSize;
    byte[] out = new byte[header + payload.length() + padding.length()];
    out[0] =
        (byte)
            (VERSION << 6
                | (padding.isEmpty() ? 0 : 0x20)
                | (extension.isPresent() ? 0x10 : 0)
                | contributors.size());
    out[1] = (byte) ((marker ? 0x80 : 0) | payloadType);
    out[2] = (byte) (sequence.value() >> 8);
    out[3] = (byte) sequence.value();
    put32(out, 4, timestamp);
    put32(out, 8, ssrc.value());
    int at = FIXED_HEADER;
    for (Ssrc contributor : contributors) {
      put32(out, at, contributor.value());
      at += 4;
    }
    if (extension.isPresent()) {
      HeaderExtension e = extension.get();
      put32(out, at, (long) e.profile() << 16 | e.content().length() / 4);
      e.content().copyTo(out, at + 4);
      at += 4 + e.content().length();
    }
    payload.copyTo(out, at);
    padding.copyTo(out, at + payload.length());
    return Octets.of(out);
  }

  private static void put32(byte[] out, int at, long value) {
    out[at] = (byte) (value >> 24);
    out[at + 1] = (byte) (value >> 16);
    out[at + 2] = (byte) (value >> 8);
    out[at + 3] = (byte) value;
  }
}
