package parley.core.quality.sound;

import java.util.ArrayList;
import java.util.List;

/**
 * Where nothing was heard although something was said.
 *
 * @param all from the first sample of each on
 * @param spoken samples of the reference that were spoken, which is what was looked at
 */
public record Silences(List<Silence> all, long spoken) {
  /** A silence, in samples. */
  public record Silence(long start, long length) {}

  /** A frame is silent below this, −60 dBov. */
  private static final double SILENT = 32768.0 * 32768 * 1e-6;

  /** Tells where the reference speaks. */
  @FunctionalInterface
  public interface Speech {
    /** True if the sample of the reference is spoken. */
    boolean isActive(long sample);
  }

  public Silences {
    all = List.copyOf(all);
  }

  /**
   * Of sound that lies on its reference.
   *
   * @param first sample of the reference that the first sample of the sound is
   */
  public static Silences of(short[] sound, int sampleRate, Speech speech, long first) {
    int length = SoundFrames.length(sampleRate);
    double[] powers = SoundFrames.powers(sound, sampleRate);
    List<Silence> silences = new ArrayList<>();
    long spoken = 0;
    long start = -1;
    for (int frame = 0; frame <= powers.length; frame++) {
      long sample = first + (long) frame * length;
      boolean active =
          frame < powers.length && speech.isActive(sample) && speech.isActive(sample + length - 1);
      spoken += active ? length : 0;
      boolean gone = active && powers[frame] < SILENT;
      if (gone && start < 0) {
        start = (long) frame * length;
      } else if (!gone && start >= 0) {
        silences.add(new Silence(start, (long) frame * length - start));
        start = -1;
      }
    }
    return new Silences(silences, spoken);
  }

  /** Samples of all of them. */
  public long samples() {
    return all.stream().mapToLong(Silence::length).sum();
  }
}
