package parley.core.quality.speech;

/**
 * A bank of gammatone filters of fourth order, each as four second-order sections in a row (Slaney,
 * "An efficient implementation of the Patterson-Holdsworth auditory filter bank", 1993), and the
 * spectrogram it gives: windows of 80 ms each 20 ms, of each band the root mean square.
 */
final class Gammatone {
  static final int BANDS = 21;
  private static final double LOWEST = 50;
  private static final double HIGHEST = 8000;

  /** Glasberg and Moore: quality of the ear's filters, and their least width in Hz. */
  private static final double EAR_QUALITY = 9.26449;

  private static final double LEAST_WIDTH = 24.7;

  private final double[][] coefficients = new double[BANDS][];
  private final double[] window;
  private final int hop;

  Gammatone(int sampleRate) {
    int size = (int) Math.round(sampleRate * 0.08);
    hop = size / 4;
    window = new double[size];
    for (int i = 0; i < size; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (size - 1));
    }
    for (int band = 0; band < BANDS; band++) {
      coefficients[band] = sections(centre(band), sampleRate);
    }
  }

  /** Samples from one window to the next. */
  int hop() {
    return hop;
  }

  /** Windows that fit into so many samples. */
  int frames(int samples) {
    return samples < window.length ? 0 : 1 + (samples - window.length) / hop;
  }

  /** Centre of a band in Hz, lowest first, equally far apart on the scale of the ear's widths. */
  static double centre(int band) {
    double offset = EAR_QUALITY * LEAST_WIDTH;
    double step = (Math.log(LOWEST + offset) - Math.log(HIGHEST + offset)) / BANDS;
    return Math.exp((BANDS - band) * step) * (HIGHEST + offset) - offset;
  }

  /** Root mean squares, by band and frame. */
  double[][] spectrogram(double[] signal) {
    int frames = frames(signal.length);
    double[][] spectrogram = new double[BANDS][frames];
    double[] frame = new double[window.length];
    for (int f = 0; f < frames; f++) {
      for (int i = 0; i < frame.length; i++) {
        frame[i] = signal[f * hop + i] * window[i];
      }
      for (int band = 0; band < BANDS; band++) {
        spectrogram[band][f] = filtered(frame, coefficients[band]);
      }
    }
    return spectrogram;
  }

  /** The four zeros, the two poles and the gain at the centre. */
  private static double[] sections(double centre, int sampleRate) {
    double t = 1.0 / sampleRate;
    double width = 1.019 * 2 * Math.PI * (centre / EAR_QUALITY + LEAST_WIDTH);
    double angle = 2 * Math.PI * centre * t;
    double decay = Math.exp(-width * t);
    double outer = Math.sqrt(3 + Math.pow(2, 1.5));
    double inner = Math.sqrt(3 - Math.pow(2, 1.5));
    double[] roots = {outer, -outer, inner, -inner};
    double[] coefficients = new double[7];
    double pole1 = -2 * Math.cos(angle) * decay;
    double pole2 = decay * decay;
    double gain = 1;
    // The response at the centre, section by section: numerator 1 + zero·z⁻¹ over the poles.
    double real = 1 + pole1 * Math.cos(angle) + pole2 * Math.cos(2 * angle);
    double imaginary = -pole1 * Math.sin(angle) - pole2 * Math.sin(2 * angle);
    for (int i = 0; i < 4; i++) {
      double zero = -decay * (Math.cos(angle) + roots[i] * Math.sin(angle));
      coefficients[i] = zero;
      gain *=
          Math.hypot(1 + zero * Math.cos(angle), -zero * Math.sin(angle))
              / Math.hypot(real, imaginary);
    }
    coefficients[4] = pole1;
    coefficients[5] = pole2;
    coefficients[6] = gain;
    coefficients[6] = gain;
    return coefficients;
  }

  private static double filtered(double[] frame, double[] c) {
    double pole1 = c[4];
    double pole2 = c[5];
    double input1 = 0;
    double a1 = 0;
    double a2 = 0;
    double b1 = 0;
    double b2 = 0;
    double c1 = 0;
    double c2 = 0;
    double d1 = 0;
    double d2 = 0;
    double sum = 0;
    for (double input : frame) {
      double a = input + c[0] * input1 - pole1 * a1 - pole2 * a2;
      double b = a + c[1] * a1 - pole1 * b1 - pole2 * b2;
      double e = b + c[2] * b1 - pole1 * c1 - pole2 * c2;
      double d = e + c[3] * c1 - pole1 * d1 - pole2 * d2;
      input1 = input;
      a2 = a1;
      a1 = a;
      b2 = b1;
      b1 = b;
      c2 = c1;
      c1 = e;
      d2 = d1;
      d1 = d;
      sum += d * d;
    }
    return Math.sqrt(sum / frame.length) / c[6];
  }
}
