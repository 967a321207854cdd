package parley.core.media.rtcp;

import java.nio.ByteBuffer;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/**
 * A feedback message that is kept as it is (RFC 4585 section 6.1).
 *
 * @param type 205 (transport layer) or 206 (payload specific)
 * @param format 0 to 31
 * @param control feedback control information
 */
public record OtherFeedback(int type, int format, Ssrc sender, Ssrc media, Octets control)
    implements RtcpPacket {
  static final int TRANSPORT = 205;
  static final int PAYLOAD = 206;
  static final int FIXED = 12;

  public OtherFeedback {
    if ((type != TRANSPORT && type != PAYLOAD) || format < 0 || format > 31) {
      throw new IllegalArgumentException("not feedback: type " + type + " format " + format);
    }
  }

  @Override
  public Octets encode() {
    ByteBuffer out = Fields.begin(format, type, FIXED + control.length());
    Fields.putSsrc(out, sender);
    Fields.putSsrc(out, media);
    Fields.put(out, control);
    return Fields.finish(out);
  }
}
