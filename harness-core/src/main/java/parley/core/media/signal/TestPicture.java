package parley.core.media.signal;

import java.util.Arrays;
import java.util.Locale;
import parley.core.media.video.Picture;
import parley.core.wire.Octets;

/**
 * A moving picture with its frame number and media time burnt in, for machines as two strips of
 * black and white cells and for people as digits. The same number and time always give the same
 * samples.
 */
public final class TestPicture {
  /**
   * What is burnt in.
   *
   * @param frame number of the picture, modulo 2²⁴
   * @param millis media time, modulo 2²⁴ ms
   */
  public record Stamp(int frame, long millis) {}

  static final int BLACK = 16;
  static final int WHITE = 235;
  private static final int CELL_OF_NOISE = 24;

  /** Digits of 3 by 5 points, rows from top, three bits each. */
  private static final int[] DIGITS = {
    0b111101101101111, 0b010110010010111, 0b111001111100111, 0b111001111001111, 0b101101111001001,
    0b111100111001111, 0b111100111101111, 0b111001010010010, 0b111101111101111, 0b111101111001111
  };

  private final int width;
  private final int height;
  private final byte[] texture;

  /** A picture of this size in luma samples, at least 64 by 64 and even. */
  public TestPicture(int width, int height) {
    if (width < 64 || height < 64 || width % 2 != 0 || height % 2 != 0) {
      throw new IllegalArgumentException(width + "x" + height + " is no size for a test picture");
    }
    this.width = width;
    this.height = height;
    this.texture = texture(width, height);
  }

  /** Picture {@code number} at {@code millis} of media time. */
  public Picture frame(long number, long millis) {
    Stamp stamp = new Stamp((int) (number & 0xffffff), millis & 0xffffff);
    byte[] luma = new byte[width * height];
    byte[] blue = new byte[width / 2 * (height / 2)];
    byte[] red = new byte[blue.length];
    background(luma, number);
    Arrays.fill(blue, (byte) 128);
    Arrays.fill(red, (byte) 128);
    bouncingBox(luma, blue, red, number);
    digits(luma, stamp);
    strip(luma, blue, red, stamp, false);
    strip(luma, blue, red, stamp, true);
    return new Picture(width, height, Octets.of(luma), Octets.of(blue), Octets.of(red));
  }

  private void background(byte[] luma, long number) {
    int shift = (int) Math.floorMod(number * Math.max(2, width / 160), (long) width);
    int from = height / 5;
    int to = height - height / 5;
    for (int y = from; y < to; y++) {
      System.arraycopy(texture, y * width + shift, luma, y * width, width - shift);
      System.arraycopy(texture, y * width, luma, y * width + width - shift, shift);
    }
  }

  /** Two boxes with stripes that run to and fro in both directions. */
  private void bouncingBox(byte[] luma, byte[] blue, byte[] red, long number) {
    int size = height / 6 / 2 * 2;
    for (int box = 0; box < 2; box++) {
      int left = there(number * (3 + 2L * box) + 31L * box, width - size) / 2 * 2;
      int roomBelow = height - 2 * (height / 5) - size;
      int top = (height / 5 + there(number * (2 + box) + 17L * box, roomBelow)) / 2 * 2;
      int colour = (int) (40 + number * 3 % 176);
      for (int y = top; y < top + size; y++) {
        for (int x = left; x < left + size; x++) {
          luma[y * width + x] = (byte) ((x - left + y - top + number) / 8 % 2 == 0 ? 200 : 60);
          int chroma = y / 2 * (width / 2) + x / 2;
          blue[chroma] = (byte) (box == 0 ? colour : 128);
          red[chroma] = (byte) (box == 0 ? 128 : 255 - colour);
        }
      }
    }
  }

  private static int there(long way, int room) {
    long at = Math.floorMod(way, 2L * room);
    return (int) (at < room ? at : 2L * room - at);
  }

  private void digits(byte[] luma, Stamp stamp) {
    String text = String.format(Locale.ROOT, "%08d", stamp.frame());
    int point = Math.max(1, Math.min(width / 40, height / 24));
    int left = (width - point * 4 * text.length()) / 2;
    int top = (height - point * 5) / 2;
    fill(luma, left - point, top - point, point * (4 * text.length() + 1), point * 7, BLACK);
    for (int i = 0; i < text.length(); i++) {
      int pattern = DIGITS[text.charAt(i) - '0'];
      for (int p = 0; p < 15; p++) {
        if (((pattern >> (14 - p)) & 1) == 1) {
          fill(luma, left + point * (4 * i + p % 3), top + point * (p / 3), point, point, WHITE);
        }
      }
    }
  }

  private void strip(byte[] luma, byte[] blue, byte[] red, Stamp stamp, boolean bottom) {
    int firstRow = bottom ? StampGrid.ROWS_OF_PICTURE - StampGrid.ROWS : 0;
    for (int row = 0; row < StampGrid.ROWS; row++) {
      int top = height * (firstRow + row) / StampGrid.ROWS_OF_PICTURE;
      int end = height * (firstRow + row + 1) / StampGrid.ROWS_OF_PICTURE;
      for (int column = 0; column < StampGrid.COLUMNS; column++) {
        int left = width * column / StampGrid.COLUMNS;
        int right = width * (column + 1) / StampGrid.COLUMNS;
        int shade = StampGrid.isWhite(stamp, bottom, row, column) ? WHITE : BLACK;
        fill(luma, left, top, right - left, end - top, shade);
      }
      for (int y = top / 2; y < end / 2; y++) {
        Arrays.fill(blue, y * (width / 2), (y + 1) * (width / 2), (byte) 128);
        Arrays.fill(red, y * (width / 2), (y + 1) * (width / 2), (byte) 128);
      }
    }
  }

  private void fill(byte[] luma, int left, int top, int columns, int rows, int shade) {
    int from = Math.max(0, left);
    int to = Math.min(width, left + columns);
    for (int y = Math.max(0, top); y < Math.min(height, top + rows); y++) {
      Arrays.fill(luma, y * width + from, y * width + to, (byte) shade);
    }
  }

  /** Smooth noise of a fixed seed: structure that motion search finds and a low rate keeps. */
  private static byte[] texture(int width, int height) {
    byte[] texture = new byte[width * height];
    int across = Math.max(1, width / CELL_OF_NOISE);
    for (int y = 0; y < height; y++) {
      double v = (double) y / CELL_OF_NOISE;
      for (int x = 0; x < width; x++) {
        double u = (double) x * across / width;
        int column = (int) u;
        int row = (int) v;
        double right = smooth(u - column);
        double down = smooth(v - row);
        int next = (column + 1) % across;
        double above = node(column, row) * (1 - right) + node(next, row) * right;
        double below = node(column, row + 1) * (1 - right) + node(next, row + 1) * right;
        texture[y * width + x] = (byte) (50 + 150 * (above * (1 - down) + below * down));
      }
    }
    return texture;
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double node(int column, int row) {
    return (Mixing.mix(column * 7919L + row) >>> 40) / (double) (1 << 24);
  }
}
