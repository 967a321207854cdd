package parley.core.media.rtcp;

import java.nio.ByteBuffer;
import java.util.List;
import parley.core.media.rtp.SequenceNumber;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/** Generic negative acknowledgement, type 205 format 1 (RFC 4585 section 6.2.1). */
public record GenericNack(Ssrc sender, Ssrc media, List<Entry> entries) implements RtcpPacket {
  static final int FORMAT = 1;
  static final int ENTRY = 4;

  public GenericNack {
    entries = List.copyOf(entries);
  }

  /**
   * @param lost a packet that is missing
   * @param following bit i (0 the least significant) says that packet {@code lost + i + 1} is
   *     missing too
   */
  public record Entry(SequenceNumber lost, int following) {
    public Entry {
      if (following < 0 || following > 0xffff) {
        throw new IllegalArgumentException("the mask has 16 bits: " + following);
      }
    }
  }

  @Override
  public Octets encode() {
    ByteBuffer out =
        Fields.begin(FORMAT, OtherFeedback.TRANSPORT, OtherFeedback.FIXED + ENTRY * entries.size());
    Fields.putSsrc(out, sender);
    Fields.putSsrc(out, media);
    for (Entry entry : entries) {
      out.putShort((short) entry.lost().value()).putShort((short) entry.following());
    }
    return Fields.finish(out);
  }
}
