package parley.core.media.video;

import parley.core.wire.Octets;

/**
 * A picture in planar YUV 4:2:0, 8 bits, without padding between rows.
 *
 * @param luma {@code width · height} samples
 * @param blue Cb, a quarter as many (sizes round up)
 * @param red Cr, as many as {@code blue}
 */
public record Picture(int width, int height, Octets luma, Octets blue, Octets red) {
  public Picture {
    int chroma = (width + 1) / 2 * ((height + 1) / 2);
    if (luma.length() != width * height || blue.length() != chroma || red.length() != chroma) {
      throw new IllegalArgumentException("planes do not fit " + width + "x" + height);
    }
  }
}
