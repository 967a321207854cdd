package parley.core.quality.emodel;

/**
 * How much a conversation suffers from delay without echo (G.107 §7.4, table 2).
 *
 * @param slope sT
 * @param unnoticed mT, ms: delay up to this costs nothing
 */
public record DelaySensitivity(double slope, double unnoticed) {
  /** Conversations of every kind; what to take where nothing is known. */
  public static final DelaySensitivity DEFAULT = new DelaySensitivity(1, 100);

  public static final DelaySensitivity LOW = new DelaySensitivity(0.55, 120);
  public static final DelaySensitivity VERY_LOW = new DelaySensitivity(0.4, 150);

  /**
   * Idd in points of the narrowband R.
   *
   * @param millis Ta, the delay from mouth to ear
   */
  double impairment(double millis) {
    if (millis <= unnoticed) {
      return 0;
    }
    double octaves = Math.log(millis / unnoticed) / Math.log(2);
    double power = 6 * slope;
    return 25 * (root(octaves, power) - 3 * root(octaves / 3, power) + 2);
  }

  private static double root(double x, double power) {
    return Math.pow(1 + Math.pow(x, power), 1 / power);
  }
}
