package parley.core.media.rtcp;

import java.nio.ByteBuffer;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/** Picture loss indication, type 206 format 1 (RFC 4585 section 6.3.1). */
public record PictureLossIndication(Ssrc sender, Ssrc media) implements RtcpPacket {
  static final int FORMAT = 1;

  @Override
  public Octets encode() {
    ByteBuffer out = Fields.begin(FORMAT, OtherFeedback.PAYLOAD, OtherFeedback.FIXED);
    Fields.putSsrc(out, sender);
    Fields.putSsrc(out, media);
    return Fields.finish(out);
  }
}
