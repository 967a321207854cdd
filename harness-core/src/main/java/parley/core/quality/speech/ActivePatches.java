package parley.core.quality.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which parts of the reference are spoken: only these are compared. */
final class ActivePatches {
  /** Frames of a patch. */
  static final int LENGTH = 20;

  private static final int FIRST = LENGTH / 2 - 1;

  /** Root mean square of an active frame, of a signal whose peak is full scale. */
  private static final double ACTIVE = 5000;

  private ActivePatches() {}

  /** The first frames of the patches in which somebody speaks, the patches side by side. */
  static List<Integer> of(double[] reference, int frames, int hop) {
    int count = Math.max(0, (frames - FIRST) / LENGTH);
    boolean[] loud = loud(reference, count * LENGTH, hop);
    List<Integer> starts = new ArrayList<>();
    for (int patch = 0; patch < count; patch++) {
      for (int f = patch * LENGTH; f < (patch + 1) * LENGTH; f++) {
        // A frame counts as silent only with two silent ones before it; the first two never.
        if (f < 2 || loud[f] || loud[f - 1] || loud[f - 2]) {
          starts.add(FIRST + patch * LENGTH);
          break;
        }
      }
    }
    return starts;
  }

  /** Frame by frame; the first begins a few samples in, as in the reference program. */
  private static boolean[] loud(double[] signal, int count, int hop) {
    double peak = Arrays.stream(signal).map(Math::abs).max().orElse(0);
    boolean[] loud = new boolean[count];
    for (int f = 0; f < count && peak > 0; f++) {
      double sum = 0;
      for (int i = 0; i < hop; i++) {
        double sample =
            Math.min(32767, Math.max(-32768, signal[FIRST + f * hop + i] / peak * 32768));
        double whole = (long) sample;
        sum += whole * whole;
      }
      loud[f] = Math.sqrt(sum / hop) >= ACTIVE;
    }
    return loud;
  }
}
