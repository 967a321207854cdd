package parley.core.quality.picture;

import parley.core.media.video.Picture;
import parley.core.wire.Octets;

/**
 * SSIM of a picture (Wang et al., "Image quality assessment: from error visibility to structural
 * similarity", 2004) in the form in which x264 and FFmpeg calculate it: flat windows of 8 by 8
 * samples, one each 4 samples, in whole numbers. 1 is no difference. Where a plane has 4n + 2
 * blocks of four samples in a row (the chroma of 176 samples has 22), the vector code of FFmpeg 5.1
 * gives other values than its plain code; these are those of the plain code.
 *
 * @param whole of all planes, each by its size
 */
public record StructuralSimilarity(double luma, double blue, double red, double whole) {
  private static final int BLOCK = 4;

  /** Samples of a window. */
  private static final int WINDOW = 64;

  private static final double LIGHT = Math.floor(0.01 * 0.01 * 255 * 255 * WINDOW + 0.5);
  private static final double CONTRAST =
      Math.floor(0.03 * 0.03 * 255 * 255 * WINDOW * (WINDOW - 1) + 0.5);

  /** Of two pictures of one size, at least 16 by 16. */
  public static StructuralSimilarity of(Picture reference, Picture picture) {
    SameSize.require(reference, picture);
    int width = picture.width();
    int height = picture.height();
    int narrow = (width + 1) / 2;
    int low = (height + 1) / 2;
    double luma = plane(reference.luma(), picture.luma(), width, height);
    double blue = plane(reference.blue(), picture.blue(), narrow, low);
    double red = plane(reference.red(), picture.red(), narrow, low);
    double large = (double) width * height;
    double small = (double) narrow * low;
    return new StructuralSimilarity(
        luma, blue, red, (luma * large + (blue + red) * small) / (large + 2 * small));
  }

  /** −10·log₁₀(1 − SSIM), as FFmpeg prints it beside; infinite where nothing differs. */
  public double decibels() {
    return -10 * Math.log10(1 - whole);
  }

  private static double plane(Octets one, Octets two, int width, int height) {
    int across = width / BLOCK;
    int down = height / BLOCK;
    if (across < 2 || down < 2) {
      throw new IllegalArgumentException(width + "x" + height + " is less than a window");
    }
    long[][] before = sums(one, two, width, across, 0);
    double total = 0;
    for (int row = 1; row < down; row++) {
      long[][] now = sums(one, two, width, across, row);
      for (int column = 0; column < across - 1; column++) {
        total += window(before, now, column);
      }
      before = now;
    }
    return total / ((across - 1) * (double) (down - 1));
  }

  /** Of the blocks of a row: both sums, the sum of all squares, and that of the products. */
  private static long[][] sums(Octets one, Octets two, int width, int across, int row) {
    long[][] sums = new long[across][4];
    for (int y = row * BLOCK; y < (row + 1) * BLOCK; y++) {
      for (int x = 0; x < across * BLOCK; x++) {
        int a = one.u8(y * width + x);
        int b = two.u8(y * width + x);
        long[] block = sums[x / BLOCK];
        block[0] += a;
        block[1] += b;
        block[2] += (long) a * a + (long) b * b;
        block[3] += (long) a * b;
      }
    }
    return sums;
  }

  private static double window(long[][] above, long[][] below, int column) {
    double[] sum = new double[4];
    for (int i = 0; i < 4; i++) {
      sum[i] = above[column][i] + above[column + 1][i] + below[column][i] + below[column + 1][i];
    }
    double variances = sum[2] * WINDOW - sum[0] * sum[0] - sum[1] * sum[1];
    double covariance = sum[3] * WINDOW - sum[0] * sum[1];
    return (2 * sum[0] * sum[1] + LIGHT)
        * (2 * covariance + CONTRAST)
        / ((sum[0] * sum[0] + sum[1] * sum[1] + LIGHT) * (variances + CONTRAST));
  }
}
