package parley.core.media.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechSignalTest {
  @ParameterizedTest
  @ValueSource(ints = {8000, 16000, 48000})
  void hasItsActiveLevelAndItsPauses(int rate) {
    SpeechSignal speech = new SpeechSignal(rate);
    short[] samples = speech.samples(0, 40 * rate);
    double power = 0;
    long active = 0;
    int clipped = 0;
    for (int i = 0; i < samples.length; i++) {
      if (speech.isActive(i)) {
        power += (double) samples[i] * samples[i];
        active++;
      } else {
        assertEquals(0, samples[i]);
      }
      clipped += Math.abs(samples[i]) >= 32767 ? 1 : 0;
    }
    double level = 20 * Math.log10(Math.sqrt(power / active) / 32768);
    assertEquals(-26, level, 1.0);
    assertEquals(0.69, (double) active / samples.length, 0.1);
    assertEquals(0, clipped);
  }

  @Test
  void givesTheSameSamplesHoweverTheyAreAskedFor() {
    SpeechSignal speech = new SpeechSignal(16000);
    short[] whole = speech.samples(5, 50_000);
    short[] parts = new short[whole.length];
    Random random = new Random(4);
    int at = 0;
    while (at < parts.length) {
      int count = Math.min(parts.length - at, 1 + random.nextInt(500));
      System.arraycopy(new SpeechSignal(16000).samples(5L + at, count), 0, parts, at, count);
      at += count;
    }
    assertArrayEquals(whole, parts);
  }

  @Test
  void fallsTowardsHighFrequencies() {
    short[] samples = new SpeechSignal(16000).samples(0, 16000 * 20);
    double low = 0;
    double high = 0;
    for (int i = 1; i < samples.length; i++) {
      double sum = (samples[i] + samples[i - 1]) / 2.0;
      double difference = (samples[i] - samples[i - 1]) / 2.0;
      low += sum * sum;
      high += difference * difference;
    }
    assertTrue(low > 2 * high, low + " and " + high);
  }
}
