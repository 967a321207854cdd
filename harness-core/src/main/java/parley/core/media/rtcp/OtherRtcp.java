package parley.core.media.rtcp;

import java.nio.ByteBuffer;
import parley.core.wire.Octets;

/**
 * A packet of a type this package has no record for, or one whose content does not fit its type.
 *
 * @param count the five bits after version and padding
 * @param body what follows the first word
 */
public record OtherRtcp(int type, int count, Octets body) implements RtcpPacket {
  public OtherRtcp {
    if (type < 0 || type > 255 || count < 0 || count > 31) {
      throw new IllegalArgumentException("type " + type + " count " + count);
    }
  }

  @Override
  public Octets encode() {
    ByteBuffer out = Fields.begin(count, type, Fields.HEADER + body.length());
    Fields.put(out, body);
    return Fields.finish(out);
  }
}
