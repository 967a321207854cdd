package parley.core.wire;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An immutable view of octets. Reading past the end is a programming error and throws {@link
 * IndexOutOfBoundsException}: a decoder asks for {@link #length()} first.
 */
public final class Octets {
  public static final Octets EMPTY = new Octets(new byte[0], 0, 0);

  private final byte[] array;
  private final int offset;
  private final int length;

  private Octets(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /** Takes over {@code array}: whoever gives it away must not change it any more. */
  public static Octets of(byte[] array) {
    return new Octets(array, 0, array.length);
  }

  public static Octets ofHex(String hex) {
    return of(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
  }

  public static Octets ofText(String text, Charset charset) {
    return of(text.getBytes(charset));
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /** The octet at {@code index}, 0 to 255. */
  public int u8(int index) {
    return array[offset + checked(index, 1)] & 0xff;
  }

  /** Two octets, most significant first. */
  public int u16(int index) {
    checked(index, 2);
    return u8(index) << 8 | u8(index + 1);
  }

  /** Three octets, most significant first. */
  public int u24(int index) {
    checked(index, 3);
    return u16(index) << 8 | u8(index + 2);
  }

  /** Four octets, most significant first, 0 to 2³²−1. */
  public long u32(int index) {
    checked(index, 4);
    return (long) u16(index) << 16 | u16(index + 2);
  }

  /** Eight octets, most significant first. */
  public long s64(int index) {
    checked(index, 8);
    return u32(index) << 32 | u32(index + 4);
  }

  public Octets slice(int from, int count) {
    if (from < 0 || count < 0 || count > length - from) {
      throw new IndexOutOfBoundsException(
          "octets " + from + "+" + count + " of a view of " + length);
    }
    return new Octets(array, offset + from, count);
  }

  public Octets from(int start) {
    return slice(start, length - start);
  }

  public byte[] toArray() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  public ByteBuffer toBuffer() {
    return ByteBuffer.wrap(array, offset, length).slice().asReadOnlyBuffer();
  }

  public void copyTo(byte[] target, int at) {
    System.arraycopy(array, offset, target, at, length);
  }

  public String text(Charset charset) {
    return new String(array, offset, length, charset);
  }

  public String hex() {
    return HexFormat.of().formatHex(array, offset, offset + length);
  }

  private int checked(int index, int count) {
    if (index < 0 || index > length - count) {
      throw new IndexOutOfBoundsException("octet " + index + " of a view of " + length);
    }
    return index;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that
        && Arrays.equals(
            array, offset, offset + length, that.array, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + array[offset + i];
    }
    return hash;
  }

  /** The first octets in hexadecimal and how many there are. */
  @Override
  public String toString() {
    return length <= 16 ? "[" + hex() + "]" : "[" + slice(0, 16).hex() + "… " + length + " octets]";
  }
}
