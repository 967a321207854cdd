package parley.core.media.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockSkewTest {
  /** Packets of 20 ms over a sender's clock that is slow by that much, with jitter of 2 ms. */
  private static ClockSkew run(double partsPerMillion, int packets, long timestamp, long begin) {
    SplittableRandom random = new SplittableRandom(5);
    ClockSkew skew = new ClockSkew();
    feed(skew, partsPerMillion, packets, timestamp, begin, random);
    return skew;
  }

  private static void feed(
      ClockSkew skew,
      double partsPerMillion,
      int packets,
      long timestamp,
      long begin,
      SplittableRandom random) {
    for (int i = 0; i < packets; i++) {
      double sent = 20e6 * i * (1 + partsPerMillion / 1e6);
      long arrival = begin + (long) (sent + 2e6 * random.nextDouble());
      skew.accept(arrival, (timestamp + 160L * i) & 0xffff_ffffL, 8000);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-200, -10, 0, 35, 500})
  void isFoundWithinItsError(double partsPerMillion) {
    // The timestamp wraps on the way.
    ClockSkew.Estimate found =
        run(partsPerMillion, 15_000, 0xffff_f000L, 7).estimate().orElseThrow();
    assertTrue(found.standardError() > 0 && found.standardError() < 0.2, found::toString);
    assertEquals(partsPerMillion, found.partsPerMillion(), 5 * found.standardError());
  }

  @Test
  void aJumpOfTheStreamBeginsAnew() {
    ClockSkew skew = run(400, 5_000, 0, 0);
    feed(skew, -50, 5_000, 77, 1_000_000_000_000L, new SplittableRandom(6));
    assertEquals(-50, skew.estimate().orElseThrow().partsPerMillion(), 5);
  }

  @Test
  void saysNothingOfWhatIsTooShortOrHasNoClock() {
    assertTrue(run(100, 499, 0, 0).estimate().isEmpty(), "less than 10 s");
    ClockSkew none = new ClockSkew();
    for (int i = 0; i < 2_000; i++) {
      none.accept(20_000_000L * i, 160L * i, 0);
    }
    assertTrue(none.estimate().isEmpty());
  }
}
