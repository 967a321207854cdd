package parley.core.quality.emodel;

import parley.core.quality.emodel.Rating.DelayImpairment;

/** ITU-T G.107.2: the E-model for 20–20000 Hz, with its default values and without echo. */
public final class FullbandModel {
  /**
   * Ro with the default values. The formula of §7.2 was not to be had: this is the value with which
   * the table of a program that computes it comes out to each printed digit. Others take the round
   * 148 that names the scale.
   */
  public static final double BASIC = 147.484555;

  private static final double STRETCH = 1.48;

  private FullbandModel() {}

  /**
   * The rating of a line without echo.
   *
   * @param millis Ta, the delay from mouth to ear
   * @throws IllegalArgumentException if {@code codec} is of another scale
   */
  public static Rating rate(double millis, EquipmentImpairment codec, PacketLoss loss) {
    if (codec.scale() != RatingScale.FULLBAND) {
      throw new IllegalArgumentException("an impairment of the scale of " + codec.scale());
    }
    double delay = STRETCH * DelaySensitivity.DEFAULT.impairment(millis);
    return new Rating(
        RatingScale.FULLBAND, BASIC, 0, new DelayImpairment(0, 0, delay), codec.effective(loss), 0);
  }
}
