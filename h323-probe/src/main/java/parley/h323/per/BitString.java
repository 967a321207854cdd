package parley.h323.per;

import parley.core.wire.Octets;

/**
 * A string of bits, the first one in the most significant bit of the first octet.
 *
 * @param octets as many as the bits need; unused bits of the last one are zero
 * @param length in bits
 */
public record BitString(Octets octets, int length) {
  public BitString {
    if (length < 0 || octets.length() != (length + 7) / 8) {
      throw new IllegalArgumentException(length + " bits in " + octets.length() + " octets");
    }
    if (length % 8 != 0 && (octets.u8(octets.length() - 1) & (0xff >> (length % 8))) != 0) {
      throw new IllegalArgumentException("unused bits must be zero");
    }
  }

  /** All bits of these octets. */
  public static BitString of(Octets octets) {
    return new BitString(octets, octets.length() * 8);
  }

  /** The bit at {@code index}, the first one at 0. */
  public boolean bit(int index) {
    if (index < 0 || index >= length) {
      throw new IndexOutOfBoundsException("bit " + index + " of " + length);
    }
    return (octets.u8(index / 8) & (0x80 >> (index % 8))) != 0;
  }
}
