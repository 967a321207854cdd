package parley.core.media.rtcp;

import java.nio.ByteBuffer;
import java.util.List;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/**
 * Full intra request, type 206 format 4 (RFC 5104 section 4.3.1).
 *
 * @param media not used by this message and should be 0
 */
public record FullIntraRequest(Ssrc sender, Ssrc media, List<Entry> entries) implements RtcpPacket {
  static final int FORMAT = 4;
  static final int ENTRY = 8;

  public FullIntraRequest {
    entries = List.copyOf(entries);
  }

  /**
   * Asks one sender.
   *
   * @param commandSequence 0 to 255; one more for each new command, the same for a repetition
   */
  public record Entry(Ssrc target, int commandSequence) {
    public Entry {
      if (commandSequence < 0 || commandSequence > 255) {
        throw new IllegalArgumentException("a command sequence has 8 bits: " + commandSequence);
      }
    }
  }

  /** Asks {@code target} alone. */
  public static FullIntraRequest of(Ssrc sender, Ssrc target, int commandSequence) {
    return new FullIntraRequest(
        sender, new Ssrc(0), List.of(new Entry(target, commandSequence & 0xff)));
  }

  @Override
  public Octets encode() {
    ByteBuffer out =
        Fields.begin(FORMAT, OtherFeedback.PAYLOAD, OtherFeedback.FIXED + ENTRY * entries.size());
    Fields.putSsrc(out, sender);
    Fields.putSsrc(out, media);
    for (Entry entry : entries) {
      Fields.putSsrc(out, entry.target());
      out.putInt(entry.commandSequence() << 24);
    }
    return Fields.finish(out);
  }
}
