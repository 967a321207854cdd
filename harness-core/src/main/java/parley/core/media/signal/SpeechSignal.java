package parley.core.media.signal;

/**
 * A signal like speech: voiced and unvoiced syllables of 200 ms with gaps, in phrases of three
 * seconds with a second of silence behind each; its spectrum falls as the artificial voices of
 * ITU-T P.50 do. Sample {@code n} is always the same, however it is asked for. While speech is
 * active its level is about −26 dBov.
 */
public final class SpeechSignal {
  /** Root mean square of −26 dBov (0 dBov: a square wave of full scale). */
  static final double ACTIVE_LEVEL = 32768 * 0.050118723;

  private static final double SYLLABLE = 0.2;
  private static final int SYLLABLES_IN_CYCLE = 20;
  private static final int SYLLABLES_SPOKEN = 15;
  private static final double RISE = 0.02;
  private static final int PARTIALS_OF_NOISE = 48;
  private static final int TABLE_BITS = 12;
  private static final double[] SINE = new double[1 << TABLE_BITS];

  static {
    for (int i = 0; i < SINE.length; i++) {
      SINE[i] = StrictMath.sin(2 * Math.PI * i / SINE.length);
    }
  }

  private final int sampleRate;
  private final double highest;
  private final long samplesPerSyllable;

  /**
   * @param sampleRate samples a second, 8000 to 48000
   */
  public SpeechSignal(int sampleRate) {
    if (sampleRate < 8000 || sampleRate > 48000) {
      throw new IllegalArgumentException(sampleRate + " Hz is not 8000 to 48000");
    }
    this.sampleRate = sampleRate;
    this.highest = Math.min(7000, 0.45 * sampleRate);
    this.samplesPerSyllable = Math.round(SYLLABLE * sampleRate);
  }

  /** {@code count} samples from sample {@code start}. */
  public short[] samples(long start, int count) {
    short[] samples = new short[count];
    int done = 0;
    while (done < count) {
      long at = start + done;
      long syllable = Math.floorDiv(at, samplesPerSyllable);
      int from = (int) Math.floorMod(at, samplesPerSyllable);
      int length = (int) Math.min(count - done, samplesPerSyllable - from);
      speak(syllable, from, samples, done, length);
      done += length;
    }
    return samples;
  }

  /** True where the syllable that holds the sample is spoken, so that level can be measured. */
  public boolean isActive(long sample) {
    return kind(Math.floorDiv(sample, samplesPerSyllable)) != Kind.SILENT;
  }

  private enum Kind {
    SILENT,
    VOICED,
    UNVOICED
  }

  private static Kind kind(long syllable) {
    if (Math.floorMod(syllable, SYLLABLES_IN_CYCLE) >= SYLLABLES_SPOKEN) {
      return Kind.SILENT;
    }
    double chance = Mixing.fraction(syllable, 0);
    return chance < 0.68 ? Kind.VOICED : chance < 0.92 ? Kind.UNVOICED : Kind.SILENT;
  }

  private void speak(long syllable, int from, short[] samples, int at, int length) {
    switch (kind(syllable)) {
      case SILENT -> {}
      case VOICED -> voiced(syllable, from, samples, at, length);
      case UNVOICED -> unvoiced(syllable, from, samples, at, length);
    }
  }

  private void voiced(long syllable, int from, short[] samples, int at, int length) {
    double pitch = 100 + 90 * Mixing.fraction(syllable, 1);
    double glide = 60 * (Mixing.fraction(syllable, 2) - 0.5);
    int partials = (int) (highest / (pitch + Math.abs(glide) * SYLLABLE));
    double[] amplitude = voice(syllable, pitch, partials);
    for (int i = 0; i < length; i++) {
      double t = (double) (from + i) / sampleRate;
      double phase = 2 * Math.PI * (pitch * t + glide * t * t / 2);
      // sin(hφ) from the two before it saves a sine for every partial.
      double twice = 2 * StrictMath.cos(phase);
      double before = 0;
      double now = StrictMath.sin(phase);
      double sum = 0;
      for (int h = 0; h < partials; h++) {
        // Neighbouring partials in opposite phase keep the peaks low.
        sum += amplitude[h] * ((h * h / 2) % 2 == 0 ? now : -now);
        double next = twice * now - before;
        before = now;
        now = next;
      }
      samples[at + i] = clip(sum * envelope(t));
    }
  }

  /** Amplitudes of the partials: three formants on the slope of the long-term spectrum. */
  private static double[] voice(long syllable, double pitch, int partials) {
    double[] formants = {
      300 + 500 * Mixing.fraction(syllable, 3),
      900 + 1300 * Mixing.fraction(syllable, 4),
      2500 + 700 * Mixing.fraction(syllable, 5)
    };
    double[] amplitude = new double[partials];
    double power = 0;
    for (int h = 0; h < partials; h++) {
      double frequency = (h + 1) * pitch;
      double gain = 0.08;
      for (double formant : formants) {
        double away = (frequency - formant) / (60 + 0.06 * formant);
        gain += 1 / (1 + away * away);
      }
      amplitude[h] = gain * slope(frequency);
      power += amplitude[h] * amplitude[h] / 2;
    }
    for (int h = 0; h < partials; h++) {
      amplitude[h] *= ACTIVE_LEVEL / Math.sqrt(power);
    }
    return amplitude;
  }

  private void unvoiced(long syllable, int from, short[] samples, int at, int length) {
    double lowest = 1200 + 1000 * Mixing.fraction(syllable, 6);
    double[] sums = new double[length];
    double each = ACTIVE_LEVEL * Math.sqrt(2.0 / PARTIALS_OF_NOISE);
    for (int p = 0; p < PARTIALS_OF_NOISE; p++) {
      double frequency = lowest + (highest - lowest) * Mixing.fraction(syllable, 100 + p);
      long step = Math.round(frequency / sampleRate * 0x1.0p32);
      long phase = Mixing.mix(syllable * 64 + p) + step * from;
      for (int i = 0; i < length; i++) {
        sums[i] += SINE[(int) ((phase >>> (32 - TABLE_BITS)) & (SINE.length - 1))];
        phase += step;
      }
    }
    for (int i = 0; i < length; i++) {
      samples[at + i] = clip(each * sums[i] * envelope((double) (from + i) / sampleRate));
    }
  }

  /** Flat to 250 Hz, then down by six decibels an octave. */
  private static double slope(double frequency) {
    return frequency < 250 ? 1 : 250 / frequency;
  }

  private static double envelope(double t) {
    double edge = Math.min(t, SYLLABLE - t);
    if (edge >= RISE) {
      return 1;
    }
    return edge <= 0 ? 0 : 0.5 - 0.5 * StrictMath.cos(Math.PI * edge / RISE);
  }

  private static short clip(double value) {
    return (short) Math.max(-32768, Math.min(32767, Math.round(value)));
  }
}
