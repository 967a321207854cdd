package parley.core.media.rtp;

import parley.core.wire.Octets;

/**
 * The header extension as it was on the wire (RFC 3550 section 5.3.1).
 *
 * @param profile the 16 bits a profile defines; 0xBEDE for one-octet elements (RFC 8285)
 * @param content whole words of 32 bits
 */
public record HeaderExtension(int profile, Octets content) {
  public HeaderExtension {
    if (profile < 0 || profile > 0xffff) {
      throw new IllegalArgumentException("the profile has 16 bits: " + profile);
    }
    if (content.length() % 4 != 0 || content.length() / 4 > 0xffff) {
      throw new IllegalArgumentException(
          "an extension is 0 to 65535 words of 4 octets, not " + content.length() + " octets");
    }
  }
}
