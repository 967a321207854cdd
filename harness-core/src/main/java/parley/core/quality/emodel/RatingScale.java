package parley.core.quality.emodel;

/**
 * The three scales of R. They are not to be compared with each other, averaged, or held against one
 * limit: an undisturbed call is 93.2 on the first, 129 on the second and about 147.5 on the third.
 */
public enum RatingScale {
  /** 300–3400 Hz, G.107: R goes to MOS as it is (Annex B). */
  NARROWBAND("ITU-T G.107", 100, 95),
  /** 50–7000 Hz, G.107.1: R is divided by 1.29 first (Annex A). */
  WIDEBAND("ITU-T G.107.1", 129, 95),
  /** 20–20000 Hz, G.107.2: R is divided by 1.48 first (Annex A). */
  FULLBAND("ITU-T G.107.2", 148, 132);

  private final String recommendation;
  private final double top;
  private final double lossCeiling;

  RatingScale(String recommendation, double top, double lossCeiling) {
    this.recommendation = recommendation;
    this.top = top;
    this.lossCeiling = lossCeiling;
  }

  public String recommendation() {
    return recommendation;
  }

  /** The R at which MOS has its highest value, 4.5. */
  public double top() {
    return top;
  }

  /** What Ie,eff comes near to as loss grows. */
  double lossCeiling() {
    return lossCeiling;
  }

  /**
   * MOS of a conversation (MOS-CQE) to the letter of the Recommendations. For R between 0 and 6.5
   * their polynomial is a little below 1 (0.989 at the least), which no listener can say: what is
   * shown to people is {@link Rating#mos()}, which is never below 1.
   */
  public double polynomial(double rating) {
    double r = rating * 100 / top;
    if (r <= 0) {
      return 1;
    }
    return r >= 100 ? 4.5 : 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6;
  }
}
