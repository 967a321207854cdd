package parley.core.quality.correlation;

import java.util.Arrays;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/** Cross-correlation of two signals over all shifts. */
public final class Correlation {
  /** The product sums, from shift {@code -(longest - 1)} to {@code longest - 1}. */
  private final double[] values;

  private final int longest;

  private Correlation(double[] values, int longest) {
    this.values = values;
    this.longest = longest;
  }

  /** Of two signals, each at least one sample. */
  public static Correlation of(double[] first, double[] second) {
    int longest = Math.max(first.length, second.length);
    int size = powerOfTwo(2 * longest - 1);
    double[][] one = forward(first, size);
    double[][] two = forward(second, size);
    for (int i = 0; i < size; i++) {
      double real = one[0][i] * two[0][i] + one[1][i] * two[1][i];
      double imaginary = one[1][i] * two[0][i] - one[0][i] * two[1][i];
      one[0][i] = real;
      one[1][i] = imaginary;
    }
    FastFourierTransformer.transformInPlace(one, DftNormalization.STANDARD, TransformType.INVERSE);
    double[] values = new double[2 * longest - 1];
    System.arraycopy(one[0], size - (longest - 1), values, 0, longest - 1);
    System.arraycopy(one[0], 0, values, longest - 1, longest);
    return new Correlation(values, longest);
  }

  /** Of the envelopes, which find speech that was coded in between. */
  public static Correlation ofEnvelopes(double[] first, double[] second) {
    return of(envelope(first), envelope(second));
  }

  /**
   * By how many samples the second signal must be delayed to lie on the first; below 0 it is late.
   */
  public int best() {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best - (longest - 1);
  }

  /** The product sum at a shift as {@link #best} gives it; 0 beyond the signals. */
  public double at(int shift) {
    int index = shift + longest - 1;
    return index < 0 || index >= values.length ? 0 : values[index];
  }

  /** Amplitude of the analytic signal (Hilbert transform) around the mean. */
  public static double[] envelope(double[] signal) {
    double mean = Arrays.stream(signal).average().orElse(0);
    double[] centred = Arrays.stream(signal).map(x -> x - mean).toArray();
    int size = powerOfTwo(signal.length);
    double[][] spectrum = forward(centred, size);
    for (int i = 1; i < size; i++) {
      double weight = i < size / 2 ? 2 : i == size / 2 ? 1 : 0;
      spectrum[0][i] *= weight;
      spectrum[1][i] *= weight;
    }
    FastFourierTransformer.transformInPlace(
        spectrum, DftNormalization.STANDARD, TransformType.INVERSE);
    double[] envelope = new double[signal.length];
    for (int i = 0; i < envelope.length; i++) {
      envelope[i] = Math.hypot(spectrum[0][i], spectrum[1][i]) + mean;
    }
    return envelope;
  }

  private static double[][] forward(double[] signal, int size) {
    double[][] data = {Arrays.copyOf(signal, size), new double[size]};
    FastFourierTransformer.transformInPlace(data, DftNormalization.STANDARD, TransformType.FORWARD);
    return data;
  }

  private static int powerOfTwo(int atLeast) {
    return atLeast <= 2 ? 2 : Integer.highestOneBit(atLeast - 1) << 1;
  }
}
