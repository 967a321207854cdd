package parley.core.quality.speech;

/** Two spectrograms as the ear would compare them: in decibels, above a common floor. */
final class Loudness {
  /** Nothing is quieter than this, dB. */
  private static final double FLOOR = -45;

  /** In a frame nothing is quieter than this below its loudest band, of both signals, dB. */
  private static final double RANGE = 45;

  private final double[][] reference;
  private final double[][] degraded;

  private Loudness(double[][] reference, double[][] degraded) {
    this.reference = reference;
    this.degraded = degraded;
  }

  /** By band and frame. */
  double[][] reference() {
    return reference;
  }

  double[][] degraded() {
    return degraded;
  }

  static Loudness of(double[][] reference, double[][] degraded) {
    double[][] one = decibels(reference);
    double[][] two = decibels(degraded);
    int frames = Math.min(one[0].length, two[0].length);
    for (int f = 0; f < frames; f++) {
      double floor = Math.max(loudest(one, f), loudest(two, f)) - RANGE;
      raise(one, f, floor);
      raise(two, f, floor);
    }
    double least = Math.min(least(one), least(two));
    lower(one, least);
    lower(two, least);
    return new Loudness(one, two);
  }

  private static double[][] decibels(double[][] spectrogram) {
    double[][] result = new double[spectrogram.length][spectrogram[0].length];
    for (int band = 0; band < result.length; band++) {
      for (int f = 0; f < result[band].length; f++) {
        double value = spectrogram[band][f];
        // The floor comes after, so that log10(0) does no harm.
        result[band][f] = Math.max(FLOOR, 10 * Math.log10(value));
      }
    }
    return result;
  }

  private static double loudest(double[][] spectrogram, int frame) {
    double loudest = Double.NEGATIVE_INFINITY;
    for (double[] band : spectrogram) {
      loudest = Math.max(loudest, band[frame]);
    }
    return loudest;
  }

  private static void raise(double[][] spectrogram, int frame, double floor) {
    for (double[] band : spectrogram) {
      band[frame] = Math.max(band[frame], floor);
    }
  }

  private static double least(double[][] spectrogram) {
    double least = Double.POSITIVE_INFINITY;
    for (double[] band : spectrogram) {
      for (double value : band) {
        least = Math.min(least, value);
      }
    }
    return least;
  }

  private static void lower(double[][] spectrogram, double by) {
    for (double[] band : spectrogram) {
      for (int f = 0; f < band.length; f++) {
        band[f] -= by;
      }
    }
  }
}
