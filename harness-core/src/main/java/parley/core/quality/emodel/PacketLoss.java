package parley.core.quality.emodel;

/**
 * Loss as the E-model takes it.
 *
 * @param percent Ppl, 0 to 100, of the packets that the decoder needed and did not have
 * @param burstRatio BurstR: mean length of the observed bursts over that of random loss of the same
 *     amount; 1 for random loss, more for bursts
 */
public record PacketLoss(double percent, double burstRatio) {
  public static final PacketLoss NONE = new PacketLoss(0, 1);

  public PacketLoss {
    if (!(percent >= 0 && percent <= 100) || !(burstRatio > 0)) {
      throw new IllegalArgumentException("loss " + percent + " %, burst ratio " + burstRatio);
    }
  }

  public static PacketLoss random(double percent) {
    return new PacketLoss(percent, 1);
  }
}
