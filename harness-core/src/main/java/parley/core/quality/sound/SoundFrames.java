package parley.core.quality.sound;

/** Sound in frames of 10 ms. */
final class SoundFrames {
  private SoundFrames() {}

  static int length(int sampleRate) {
    if (sampleRate < 100) {
      throw new IllegalArgumentException(sampleRate + " samples a second");
    }
    return sampleRate / 100;
  }

  /** Mean squares of the whole frames. */
  static double[] powers(short[] sound, int sampleRate) {
    int length = length(sampleRate);
    double[] powers = new double[sound.length / length];
    for (int frame = 0; frame < powers.length; frame++) {
      for (int i = 0; i < length; i++) {
        double sample = sound[frame * length + i];
        powers[frame] += sample * sample / length;
      }
    }
    return powers;
  }
}
