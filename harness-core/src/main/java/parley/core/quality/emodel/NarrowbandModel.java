package parley.core.quality.emodel;

import static java.lang.Math.exp;
import static java.lang.Math.hypot;
import static java.lang.Math.log10;
import static java.lang.Math.pow;
import static java.lang.Math.sqrt;

import parley.core.quality.emodel.Rating.DelayImpairment;

/** ITU-T G.107 (06/2015): the E-model for telephones of 300–3400 Hz. */
public final class NarrowbandModel {
  private final NarrowbandLine line;
  private final double noise;
  private final double basic;

  private NarrowbandModel(NarrowbandLine line) {
    this.line = line;
    this.noise = noise();
    this.basic = 15 - 1.5 * (line.sendLoudness() + noise);
  }

  /**
   * The rating of a line.
   *
   * @throws IllegalArgumentException if {@code codec} is of another scale
   */
  public static Rating rate(NarrowbandLine line, EquipmentImpairment codec, PacketLoss loss) {
    if (codec.scale() != RatingScale.NARROWBAND) {
      throw new IllegalArgumentException("an impairment of the scale of " + codec.scale());
    }
    NarrowbandModel model = new NarrowbandModel(line);
    double sidetone = model.sidetone();
    return new Rating(
        RatingScale.NARROWBAND,
        model.basic,
        model.loudness() + sidetone + model.quantisation(),
        new DelayImpairment(
            model.talkerEcho(sidetone),
            model.listenerEcho(),
            line.delay().sensitivity().impairment(line.delay().absolute())),
        codec.effective(loss),
        line.advantage());
  }

  private double overallLoudness() {
    return line.sendLoudness() + line.receiveLoudness();
  }

  /** No, dBm0p: the powers of all noises at the 0 dBr point (§7.2). */
  private double noise() {
    double loud = line.sendRoomNoise() - overallLoudness() - line.sendRoomFactor() - 14;
    double sendRoom =
        line.sendRoomNoise()
            - line.sendLoudness()
            - line.sendRoomFactor()
            - 100
            + 0.004 * loud * loud;
    double listenerSidetone = line.sidetoneMasking() + line.receiveRoomFactor();
    double effectiveRoom = line.receiveRoomNoise() + 10 * log10(1 + power(10 - listenerSidetone));
    double receiveRoom =
        line.receiveLoudness()
            - 121
            + effectiveRoom
            + 0.008 * (effectiveRoom - 35) * (effectiveRoom - 35);
    double floor = line.noiseFloor() + line.receiveLoudness();
    return 10
        * log10(power(line.circuitNoise()) + power(sendRoom) + power(receiveRoom) + power(floor));
  }

  /** Iolr (§7.3.1): too loud a connection. */
  private double loudness() {
    double x = (overallLoudness() + 0.2 * (64 + noise - line.receiveLoudness())) / 8;
    return 20 * (pow(1 + pow(x, 8), 1 / 8.0) - x);
  }

  /** Ist (§7.3.2): sidetone that is not at its best. */
  private double sidetone() {
    double effective =
        -10
            * log10(
                power(-line.sidetoneMasking())
                    + exp(-line.delay().echoPath() / 4) * power(-line.talkerEchoLoudness()));
    return 12 * pow(1 + pow((effective - 13) / 6, 8), 1 / 8.0)
        - 28 * pow(1 + pow((effective + 1) / 19.4, 35), 1 / 35.0)
        - 13 * pow(1 + pow((effective - 3) / 33, 13), 1 / 13.0)
        + 29;
  }

  /** Iq (§7.3.3): quantising distortion. */
  private double quantisation() {
    double signal = 37 - 15 * log10(line.quantisation());
    double g = 1.07 + 0.258 * signal + 0.0602 * signal * signal;
    double y = (basic - 100) / 15 + 46 / 8.4 - g / 9;
    double z = 46 / 30.0 - g / 40;
    return 15 * log10(1 + pow(10, y) + pow(10, z));
  }

  /** Idte (§7.4.1): the talker's own voice coming back. */
  private double talkerEcho(double sidetone) {
    double delay = line.delay().echoPath();
    if (delay < 1) {
      return 0;
    }
    double echo =
        line.talkerEchoLoudness()
            - 40 * log10((1 + delay / 10) / (1 + delay / 150))
            + 6 * exp(-0.3 * delay * delay);
    if (line.sidetoneMasking() < 9) {
      echo += sidetone / 2;
    }
    double signal = -1.5 * (noise - line.receiveLoudness());
    double rating = 80 + 2.5 * (echo - 14);
    double half = (signal - rating) / 2;
    double impairment = (half + sqrt(half * half + 100) - 1) * (1 - exp(-delay));
    return line.sidetoneMasking() > 20 ? hypot(impairment, sidetone) : impairment;
  }

  /** Idle (§7.4.2): the other side's voice coming twice. */
  private double listenerEcho() {
    double rating =
        10.5 * (line.weightedEchoPathLoss() + 7) * pow(line.delay().roundTrip() + 1, -0.25);
    double half = (basic - rating) / 2;
    return half + sqrt(half * half + 169);
  }

  private static double power(double decibel) {
    return pow(10, decibel / 10);
  }
}
