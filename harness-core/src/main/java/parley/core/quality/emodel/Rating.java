package parley.core.quality.emodel;

/**
 * R and what it is made of: {@code R = Ro − Is − Id − Ie,eff + A}. All parts are points of the
 * scale.
 *
 * @param basic Ro, signal to noise
 * @param simultaneous Is, what comes with the speech: loudness, sidetone, quantisation
 * @param delay Id
 * @param equipment Ie,eff, codec and loss
 * @param advantage A, what a listener forgives
 */
public record Rating(
    RatingScale scale,
    double basic,
    double simultaneous,
    DelayImpairment delay,
    double equipment,
    double advantage) {
  /**
   * Id in its parts.
   *
   * @param talkerEcho Idte
   * @param listenerEcho Idle
   * @param absolute Idd
   */
  public record DelayImpairment(double talkerEcho, double listenerEcho, double absolute) {
    public double sum() {
      return talkerEcho + listenerEcho + absolute;
    }
  }

  /** R; it may be below 0. */
  public double r() {
    return basic - simultaneous - delay.sum() - equipment + advantage;
  }

  /** MOS-CQE, 1 to 4.5: where the Recommendation's polynomial is below 1, it is 1. */
  public double mos() {
    return Math.max(1, scale.polynomial(r()));
  }
}
