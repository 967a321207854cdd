package parley.core.quality.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.core.quality.speech.PatchSimilarity.Smoothed;

/**
 * Finds for each patch of the reference the one of the degraded signal that it became, in the order
 * in which they were spoken, so that the sum of the similarities is greatest. A patch of which
 * nothing arrived may go without.
 */
final class PatchMatching {
  /** A patch may have moved by so many times its length. */
  private static final int RADIUS = 60 * ActivePatches.LENGTH;

  private static final int NOWHERE = -1;

  private PatchMatching() {}

  /** The first frame of each match, or −1 where there is none; one for each of {@code starts}. */
  static List<Integer> match(Loudness loudness, List<Integer> starts) {
    double[][] degraded = loudness.degraded();
    int frames = degraded[0].length;
    List<Smoothed> candidates = new ArrayList<>();
    for (int at = 0; at < frames; at++) {
      candidates.add(Smoothed.of(patch(degraded, at)));
    }
    double[][] best = new double[starts.size()][frames];
    int[][] before = new int[starts.size()][frames];
    for (int p = 0; p < starts.size(); p++) {
      Smoothed reference = Smoothed.of(patch(loudness.reference(), starts.get(p)));
      int from = Math.max(0, starts.get(p) - RADIUS);
      int to = Math.min(frames - 1, starts.get(p) + RADIUS);
      int earliest = p == 0 ? 0 : Math.max(0, starts.get(p - 1) - RADIUS);
      int leader = NOWHERE;
      for (int at = Math.min(from, earliest); p > 0 && at < from; at++) {
        leader = better(best[p - 1], leader, at);
      }
      for (int at = from; at <= to; at++) {
        double sum = PatchSimilarity.of(reference, candidates.get(at)).mean();
        int origin = leader;
        if (p > 0) {
          sum = leader == NOWHERE ? Double.NEGATIVE_INFINITY : sum + best[p - 1][leader];
          if (best[p - 1][at] > sum) {
            sum = best[p - 1][at];
            origin = at;
          }
          leader = better(best[p - 1], leader, at);
        }
        best[p][at] = sum;
        before[p][at] = origin;
      }
    }
    return backwards(best, before, starts);
  }

  /** The earliest of the greatest would do as well; the later wins, as in the reference program. */
  private static int better(double[] sums, int leader, int at) {
    return leader == NOWHERE || sums[at] >= sums[leader] ? at : leader;
  }

  private static List<Integer> backwards(double[][] best, int[][] before, List<Integer> starts) {
    int last = starts.size() - 1;
    int at = Math.max(0, starts.get(last) - RADIUS);
    int end = Math.min(best[last].length - 1, starts.get(last) + RADIUS);
    for (int i = at + 1; i <= end; i++) {
      at = best[last][i] > best[last][at] ? i : at;
    }
    Integer[] matches = new Integer[starts.size()];
    for (int p = last; p >= 0; p--) {
      boolean lost = at == NOWHERE || before[p][at] == at;
      matches[p] = lost ? NOWHERE : at;
      at = at == NOWHERE ? NOWHERE : before[p][at];
    }
    return Arrays.asList(matches);
  }

  /** A patch; what lies beyond the end is silence. */
  static double[][] patch(double[][] spectrogram, int start) {
    double[][] patch = new double[spectrogram.length][];
    for (int band = 0; band < patch.length; band++) {
      patch[band] = Arrays.copyOfRange(spectrogram[band], start, start + ActivePatches.LENGTH);
    }
    return patch;
  }
}
