package parley.core.quality.sound;

import java.util.Optional;
import parley.core.quality.correlation.Correlation;

/**
 * Where sent sound is found in sound that came back, and how loud.
 *
 * @param samples how late it is
 * @param likeness of the envelopes at that place, 0 to 1
 * @param gain of the found part against what was sent, dB; below 0 it is quieter
 */
public record SoundDelay(int samples, double likeness, double gain) {
  /** Less likeness than this is chance. */
  private static final double LEAST_LIKENESS = 0.5;

  private static final double LEAST_ECHO_LIKENESS = 0.1;

  /**
   * Where {@code sent} begins in {@code received}, both mono and of one rate; empty if it cannot be
   * told. Envelopes are compared, so that a codec in between does no harm.
   *
   * @param most how late it may be, in samples
   */
  public static Optional<SoundDelay> find(short[] sent, short[] received, int most) {
    return find(
        centred(Correlation.envelope(doubles(sent))),
        centred(Correlation.envelope(doubles(received))),
        0,
        most,
        LEAST_LIKENESS);
  }

  /**
   * The echo of {@code sent} in what the other side sends at the same time. The waves themselves
   * are compared, since the echo lies under other speech; so it is not found where a codec changed
   * them much.
   *
   * @param least delay that is looked at, in samples, so that the direct sound can be left out
   */
  public static Optional<SoundDelay> echo(short[] sent, short[] received, int least, int most) {
    return find(doubles(sent), doubles(received), least, most, LEAST_ECHO_LIKENESS);
  }

  private static Optional<SoundDelay> find(
      double[] sent, double[] received, int least, int most, double enough) {
    if (sent.length == 0 || received.length == 0) {
      return Optional.empty();
    }
    Correlation correlation = Correlation.of(received, sent);
    int best = least;
    for (int late = least; late <= Math.min(most, received.length - 1); late++) {
      if (Math.abs(correlation.at(late)) > Math.abs(correlation.at(best))) {
        best = late;
      }
    }
    double one = 0;
    double two = 0;
    for (int i = 0; i < sent.length && i + best < received.length; i++) {
      one += sent[i] * sent[i];
      two += received[i + best] * received[i + best];
    }
    if (one == 0 || two == 0) {
      return Optional.empty();
    }
    double product = Math.abs(correlation.at(best));
    double likeness = product / Math.sqrt(one * two);
    return likeness < enough
        ? Optional.empty()
        : Optional.of(new SoundDelay(best, likeness, 20 * Math.log10(product / one)));
  }

  private static double[] doubles(short[] sound) {
    double[] samples = new double[sound.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = sound[i];
    }
    return samples;
  }

  private static double[] centred(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] -= sum / values.length;
    }
    return values;
  }
}
