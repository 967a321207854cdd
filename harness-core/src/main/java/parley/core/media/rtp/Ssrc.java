package parley.core.media.rtp;

import java.util.Locale;

/** A synchronization source, 0 to 2³²−1 (RFC 3550 section 3). */
public record Ssrc(long value) {
  public Ssrc {
    if (value < 0 || value > 0xffff_ffffL) {
      throw new IllegalArgumentException("an SSRC has 32 bits: " + value);
    }
  }

  /** As dissectors print it: 0x8F76B3AA. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "0x%08X", value);
  }
}
