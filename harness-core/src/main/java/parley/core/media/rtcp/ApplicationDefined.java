package parley.core.media.rtcp;

import java.nio.ByteBuffer;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/**
 * Application-defined, type 204 (RFC 3550 section 6.7).
 *
 * @param subtype 0 to 31
 * @param name four octets, mostly ASCII
 * @param data whole words
 */
public record ApplicationDefined(int subtype, Ssrc sender, Octets name, Octets data)
    implements RtcpPacket {
  static final int TYPE = 204;
  static final int FIXED = 12;

  public ApplicationDefined {
    if (subtype < 0 || subtype > 31 || name.length() != 4) {
      throw new IllegalArgumentException("subtype " + subtype + ", name " + name);
    }
  }

  @Override
  public Octets encode() {
    ByteBuffer out = Fields.begin(subtype, TYPE, FIXED + data.length());
    Fields.putSsrc(out, sender);
    Fields.put(out, name);
    Fields.put(out, data);
    return Fields.finish(out);
  }
}
