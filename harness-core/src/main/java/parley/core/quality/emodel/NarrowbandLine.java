package parley.core.quality.emodel;

/**
 * What G.107 must know of a narrowband connection beside its codec and its loss, in the
 * Recommendation's symbols and order (table 3). {@link #DEFAULT} holds its default values, with
 * which R is 93.2.
 *
 * @param sendLoudness SLR, dB
 * @param receiveLoudness RLR, dB
 * @param sidetoneMasking STMR, dB
 * @param sendRoomFactor Ds
 * @param receiveRoomFactor Dr; LSTR is STMR + Dr
 * @param talkerEchoLoudness TELR, dB
 * @param weightedEchoPathLoss WEPL, dB
 * @param delay how long things take
 * @param quantisation qdu, 1 to 14
 * @param circuitNoise Nc, dBm0p
 * @param noiseFloor Nfor, dBmp, at the receiving side
 * @param sendRoomNoise Ps, dB(A)
 * @param receiveRoomNoise Pr, dB(A)
 * @param advantage A, 0 to 20
 */
public record NarrowbandLine(
    double sendLoudness,
    double receiveLoudness,
    double sidetoneMasking,
    double sendRoomFactor,
    double receiveRoomFactor,
    double talkerEchoLoudness,
    double weightedEchoPathLoss,
    Delay delay,
    double quantisation,
    double circuitNoise,
    double noiseFloor,
    double sendRoomNoise,
    double receiveRoomNoise,
    double advantage) {
  /**
   * The three delays, ms, and how much they matter.
   *
   * @param echoPath T, one way, of the talker's echo
   * @param roundTrip Tr, of the four-wire loop
   * @param absolute Ta, from mouth to ear
   */
  public record Delay(
      double echoPath, double roundTrip, double absolute, DelaySensitivity sensitivity) {
    public static final Delay NONE = new Delay(0, 0, 0, DelaySensitivity.DEFAULT);

    public Delay {
      if (!(echoPath >= 0 && roundTrip >= 0 && absolute >= 0)) {
        throw new IllegalArgumentException("a delay is below 0 ms");
      }
    }

    /** A line that takes {@code millis} each way, and whose echo takes as long. */
    public static Delay oneWay(double millis) {
      return new Delay(millis, 2 * millis, millis, DelaySensitivity.DEFAULT);
    }
  }

  public static final NarrowbandLine DEFAULT =
      new NarrowbandLine(8, 2, 15, 3, 3, 65, 110, Delay.NONE, 1, -70, -64, 35, 35, 0);

  public NarrowbandLine with(Delay other) {
    return new NarrowbandLine(
        sendLoudness,
        receiveLoudness,
        sidetoneMasking,
        sendRoomFactor,
        receiveRoomFactor,
        talkerEchoLoudness,
        weightedEchoPathLoss,
        other,
        quantisation,
        circuitNoise,
        noiseFloor,
        sendRoomNoise,
        receiveRoomNoise,
        advantage);
  }
}
