package parley.core.quality.emodel;

/**
 * What a codec costs, and what it makes of loss.
 *
 * @param scale the scale both values belong to; they mean nothing on another one
 * @param factor Ie, in points of R
 * @param robustness Bpl, in percent of loss, greater than 0
 */
public record EquipmentImpairment(RatingScale scale, double factor, double robustness) {
  public EquipmentImpairment {
    if (!(factor >= 0) || !(robustness > 0)) {
      throw new IllegalArgumentException("Ie " + factor + ", Bpl " + robustness);
    }
  }

  /**
   * Ie,eff (G.107 §7.5, G.107.1 §7.5, G.107.2 §7.5). The wideband model knows no bursts: there the
   * burst ratio of {@code loss} must be 1.
   */
  public double effective(PacketLoss loss) {
    if (scale == RatingScale.WIDEBAND && loss.burstRatio() != 1) {
      throw new IllegalArgumentException("G.107.1 has no burst ratio");
    }
    double percent = loss.percent();
    return percent == 0
        ? factor
        : factor
            + (scale.lossCeiling() - factor) * percent / (percent / loss.burstRatio() + robustness);
  }
}
