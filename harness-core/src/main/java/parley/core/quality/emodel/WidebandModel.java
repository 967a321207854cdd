package parley.core.quality.emodel;

import parley.core.quality.emodel.Rating.DelayImpairment;

/**
 * ITU-T G.107.1: the E-model for 50–7000 Hz, with its default values. Ro is 129, Is is 0, the
 * advantage is 0, loss is random. Of the delay only the absolute one is rated, which holds for a
 * connection without echo; for talker and listener echo the Recommendation has formulas that are
 * not implemented here. No other program was found to hold this against: it rests on the values
 * that the Recommendation states.
 */
public final class WidebandModel {
  private static final double BASIC = 129;
  private static final double STRETCH = 1.29;

  private WidebandModel() {}

  /**
   * The rating of a line without echo.
   *
   * @param millis Ta, the delay from mouth to ear
   * @throws IllegalArgumentException if {@code codec} is of another scale or {@code loss} in bursts
   */
  public static Rating rate(double millis, EquipmentImpairment codec, PacketLoss loss) {
    if (codec.scale() != RatingScale.WIDEBAND) {
      throw new IllegalArgumentException("an impairment of the scale of " + codec.scale());
    }
    double delay = STRETCH * DelaySensitivity.DEFAULT.impairment(millis);
    return new Rating(
        RatingScale.WIDEBAND, BASIC, 0, new DelayImpairment(0, 0, delay), codec.effective(loss), 0);
  }
}
