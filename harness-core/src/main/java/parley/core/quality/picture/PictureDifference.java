package parley.core.quality.picture;

import parley.core.media.video.Picture;
import parley.core.wire.Octets;

/**
 * Mean squared errors of a picture, by plane, in squares of 8-bit steps.
 *
 * @param whole over the samples of all planes, so that luma counts by its size
 */
public record PictureDifference(double luma, double blue, double red, double whole) {
  /** The greatest sample of 8 bits. */
  private static final double PEAK = 255;

  /** Of two pictures of one size. */
  public static PictureDifference of(Picture reference, Picture picture) {
    SameSize.require(reference, picture);
    double luma = squares(reference.luma(), picture.luma());
    double blue = squares(reference.blue(), picture.blue());
    double red = squares(reference.red(), picture.red());
    int large = picture.luma().length();
    int small = picture.blue().length();
    return new PictureDifference(
        luma / large, blue / small, red / small, (luma + blue + red) / (large + 2.0 * small));
  }

  /**
   * Peak signal-to-noise ratio of an error in dB; infinite where there is none.
   *
   * @param error mean squared error
   */
  public static double decibels(double error) {
    return 10 * Math.log10(PEAK * PEAK / error);
  }

  private static double squares(Octets one, Octets two) {
    long sum = 0;
    for (int i = 0; i < one.length(); i++) {
      int difference = one.u8(i) - two.u8(i);
      sum += (long) difference * difference;
    }
    return sum;
  }
}
