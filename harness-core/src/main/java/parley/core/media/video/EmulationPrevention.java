package parley.core.media.video;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import parley.core.wire.Octets;

/** The octets that keep start codes out of a NAL unit (ITU-T H.264 §7.4.1). */
public final class EmulationPrevention {
  private EmulationPrevention() {}

  /** Takes every 03 behind two zero octets away. */
  public static Octets remove(Octets payload) {
    byte[] kept = new byte[payload.length()];
    int count = 0;
    int zeros = 0;
    for (int i = 0; i < payload.length(); i++) {
      int octet = payload.u8(i);
      if (zeros >= 2 && octet == 3) {
        zeros = 0;
        continue;
      }
      zeros = octet == 0 ? zeros + 1 : 0;
      kept[count++] = (byte) octet;
    }
    return count == kept.length ? payload : Octets.of(Arrays.copyOf(kept, count));
  }

  /** Puts 03 wherever two zero octets would be followed by 00 to 03, or end the payload. */
  public static Octets insert(Octets rbsp) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(rbsp.length() + 16);
    int zeros = 0;
    for (int i = 0; i < rbsp.length(); i++) {
      int octet = rbsp.u8(i);
      if (zeros >= 2 && octet <= 3) {
        out.write(3);
        zeros = 0;
      }
      out.write(octet);
      zeros = octet == 0 ? zeros + 1 : 0;
    }
    if (zeros >= 2) {
      out.write(3);
    }
    return Octets.of(out.toByteArray());
  }
}
