package parley.core.quality.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {
  private static double[] noise(int length, long seed) {
    return new Random(seed).doubles(length, -1, 1).toArray();
  }

  @Test
  void equalsTheSumOfProducts() {
    double[] first = noise(37, 1);
    double[] second = noise(50, 2);
    Correlation correlation = Correlation.of(first, second);
    for (int shift = -49; shift <= 49; shift++) {
      double sum = 0;
      for (int i = 0; i < first.length; i++) {
        int j = i - shift;
        sum += j >= 0 && j < second.length ? first[i] * second[j] : 0;
      }
      assertEquals(sum, correlation.at(shift), 1e-12, "shift " + shift);
    }
    assertEquals(0, correlation.at(50));
  }

  @ParameterizedTest
  @ValueSource(ints = {-900, -1, 0, 1, 77, 900})
  void findsHowFarASignalIsMoved(int late) {
    double[] signal = noise(2000, 3);
    double[] moved = new double[3000];
    for (int i = 0; i < moved.length; i++) {
      int from = i - late;
      moved[i] = from >= 0 && from < signal.length ? signal[from] : 0;
    }
    assertEquals(-late, Correlation.of(signal, moved).best());
  }

  @Test
  void anEnvelopeIsTheAmplitudeOfAnOscillation() {
    double[] tone = new double[4096];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = 0.5 * Math.cos(2 * Math.PI * 256 * i / tone.length);
    }
    for (double value : Correlation.envelope(tone)) {
      assertEquals(0.5, value, 1e-9);
    }
  }
}
