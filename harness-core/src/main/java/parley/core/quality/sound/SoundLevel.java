package parley.core.quality.sound;

import java.util.Optional;

/**
 * How loud sound is. dBov: 0 is the power of a square wave of full scale, so that a full sine is
 * −3.01.
 *
 * @param whole of all samples, dBov; empty where every sample is 0
 * @param active of the frames of 10 ms that are not more than 25 dB below the loudest of them,
 *     dBov; a plain stand-in for the active speech level of ITU-T P.56, not its method
 * @param activity part of the frames that are active, 0 to 1
 * @param peak greatest amplitude, dBov
 * @param samples how many it rests on
 */
public record SoundLevel(
    Optional<Double> whole,
    Optional<Double> active,
    double activity,
    Optional<Double> peak,
    int samples) {
  private static final double FULL_SCALE = 32768;

  /** Frames quieter than the loudest by more than this, in power, are pauses. */
  private static final double RANGE = Math.pow(10, -2.5);

  /** Of 16-bit samples, so many a second. */
  public static SoundLevel of(short[] sound, int sampleRate) {
    double[] powers = SoundFrames.powers(sound, sampleRate);
    double loudest = 0;
    for (double power : powers) {
      loudest = Math.max(loudest, power);
    }
    double sum = 0;
    int count = 0;
    for (double power : powers) {
      if (power > 0 && power >= loudest * RANGE) {
        sum += power;
        count++;
      }
    }
    double total = 0;
    double peak = 0;
    for (short sample : sound) {
      total += (double) sample * sample;
      peak = Math.max(peak, Math.abs((double) sample));
    }
    return new SoundLevel(
        decibels(total / Math.max(1, sound.length)),
        decibels(count == 0 ? 0 : sum / count),
        powers.length == 0 ? 0 : (double) count / powers.length,
        decibels(peak * peak),
        sound.length);
  }

  static Optional<Double> decibels(double power) {
    return power > 0
        ? Optional.of(10 * Math.log10(power / (FULL_SCALE * FULL_SCALE)))
        : Optional.empty();
  }
}
