package parley.core.quality.speech;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How alike two patches of a spectrogram are: the neurogram similarity index NSIM, which is the
 * structural similarity of pictures without its contrast term, over windows of 3 by 3.
 *
 * @param mean over bands and frames, at most 1
 * @param bandMeans by band, over frames
 * @param bandDeviations by band, the deviation over frames (n − 1)
 * @param bandLevels by band, mean level of the degraded patch above the floor, dB
 */
public record PatchSimilarity(
    double mean, List<Double> bandMeans, List<Double> bandDeviations, List<Double> bandLevels) {
  public PatchSimilarity {
    bandMeans = List.copyOf(bandMeans);
    bandDeviations = List.copyOf(bandDeviations);
    bandLevels = List.copyOf(bandLevels);
  }

  /** The Gaussian of 0.5 over 3 by 3, which is that over 3 in both directions. */
  private static final double CORNER = 0.0113033910173052;

  private static final double EDGE = 0.0838251475442633;
  private static final double CENTRE = 0.619485845753726;
  private static final double LUMINANCE = 0.01 * 0.01;
  private static final double STRUCTURE = 0.03 * 0.03 / 2;

  /** What a patch gives by itself, so that it is smoothed once for all it is compared with. */
  static final class Smoothed {
    private final double[][] patch;
    private final double[][] mean;
    private final double[][] variance;

    private Smoothed(double[][] patch, double[][] mean, double[][] variance) {
      this.patch = patch;
      this.mean = mean;
      this.variance = variance;
    }

    static Smoothed of(double[][] patch) {
      double[][] mean = smooth(patch);
      double[][] variance = smooth(product(patch, patch));
      for (int b = 0; b < mean.length; b++) {
        for (int f = 0; f < mean[b].length; f++) {
          variance[b][f] -= mean[b][f] * mean[b][f];
        }
      }
      return new Smoothed(patch, mean, variance);
    }
  }

  static PatchSimilarity of(Smoothed one, Smoothed two) {
    int bands = one.patch.length;
    int frames = Math.min(one.patch[0].length, two.patch[0].length);
    double[][] together = smooth(product(one.patch, two.patch));
    double[] means = new double[bands];
    double[] deviations = new double[bands];
    double[] levels = new double[bands];
    for (int b = 0; b < bands; b++) {
      double[] values = new double[frames];
      for (int f = 0; f < frames; f++) {
        double m1 = one.mean[b][f];
        double m2 = two.mean[b][f];
        double light = (2 * m1 * m2 + LUMINANCE) / (m1 * m1 + m2 * m2 + LUMINANCE);
        double both = one.variance[b][f] * two.variance[b][f];
        double spread = both < 0 ? 0 : Math.sqrt(both);
        values[f] = light * (together[b][f] - m1 * m2 + STRUCTURE) / (spread + STRUCTURE);
      }
      double mean = Arrays.stream(values).average().orElse(0);
      double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
      means[b] = mean;
      deviations[b] = Math.sqrt(squares / (frames - 1));
      levels[b] = Arrays.stream(two.patch[b]).average().orElse(0);
    }
    return new PatchSimilarity(
        Arrays.stream(means).average().orElse(0), list(means), list(deviations), list(levels));
  }

  /** Of a patch of which nothing arrived. */
  static PatchSimilarity nothing(int bands) {
    List<Double> zeros = Collections.nCopies(bands, 0.0);
    return new PatchSimilarity(0, zeros, zeros, zeros);
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static double[][] product(double[][] one, double[][] two) {
    int frames = Math.min(one[0].length, two[0].length);
    double[][] product = new double[one.length][frames];
    for (int b = 0; b < one.length; b++) {
      for (int f = 0; f < frames; f++) {
        product[b][f] = one[b][f] * two[b][f];
      }
    }
    return product;
  }

  /** Beyond the edges the last value goes on. */
  private static double[][] smooth(double[][] values) {
    int bands = values.length;
    int frames = values[0].length;
    double[][] smooth = new double[bands][frames];
    for (int b = 0; b < bands; b++) {
      double[] above = values[Math.max(0, b - 1)];
      double[] row = values[b];
      double[] below = values[Math.min(bands - 1, b + 1)];
      for (int f = 0; f < frames; f++) {
        int left = Math.max(0, f - 1);
        int right = Math.min(frames - 1, f + 1);
        smooth[b][f] =
            CORNER * (above[left] + above[right] + below[left] + below[right])
                + EDGE * (above[f] + below[f] + row[left] + row[right])
                + CENTRE * row[f];
      }
    }
    return smooth;
  }
}
