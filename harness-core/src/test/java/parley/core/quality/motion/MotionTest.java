package parley.core.quality.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.quality.motion.Freezes.Freeze;
import parley.core.quality.motion.LipSync.Grade;
import parley.core.quality.motion.Showing.BurntIn;

class MotionTest {
  private static final long MILLI = 1_000_000;

  private static Showing at(long millis, int number) {
    return new Showing(
        millis * MILLI, 640, 360, Optional.of(new BurntIn(number & 0xffffff, 40L * number)));
  }

  private static List<Showing> even(int count) {
    List<Showing> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pictures.add(at(40L * i, i));
    }
    return pictures;
  }

  @Test
  void anEvenSequenceHasNoFreeze() {
    Freezes freezes = Freezes.of(even(100));
    assertEquals(List.of(), freezes.all());
    assertEquals(99, freezes.times());
  }

  @ParameterizedTest
  @CsvSource({"189, 0", "190, 1", "500, 1"})
  void aGapOfTheMeanAndAHundredAndFiftyIsAFreeze(long gap, int freezes) {
    List<Showing> pictures = even(10);
    pictures.add(at(360 + gap, 10));
    assertEquals(freezes, Freezes.of(pictures).all().size());
  }

  @Test
  void slowPicturesNeedThreeTimesTheirMean() {
    List<Showing> pictures = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      pictures.add(at(200L * i, i));
    }
    List<Showing> shorter = new ArrayList<>(pictures);
    shorter.add(at(800 + 599, 5));
    assertEquals(0, Freezes.of(shorter).all().size());
    pictures.add(at(800 + 600, 5));
    assertEquals(List.of(new Freeze(800 * MILLI, 1400 * MILLI)), Freezes.of(pictures).all());
  }

  @Test
  void aRepeatedPictureDoesNotEndAFreeze() {
    List<Showing> pictures = even(10);
    for (int i = 1; i <= 10; i++) {
      pictures.add(at(360 + 40L * i, 9));
    }
    pictures.add(at(360 + 440, 10));
    Freezes freezes = Freezes.of(pictures);
    assertEquals(List.of(new Freeze(360 * MILLI, 800 * MILLI)), freezes.all());
    assertEquals(440 * MILLI, freezes.nanos());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void lostPicturesAreCountedByTheirNumbers(long seed) {
    Random random = new Random(seed);
    List<Showing> pictures = new ArrayList<>();
    int lost = 0;
    int first = (1 << 24) - 100;
    for (int i = 0; i < 300; i++) {
      boolean keep = i == 0 || i == 299 || random.nextDouble() > 0.2;
      if (keep) {
        pictures.add(at(40L * i, first + i));
      } else {
        lost++;
      }
    }
    FrameCounts counts = FrameCounts.of(OptionalLong.of(300), 300 - lost, pictures);
    assertEquals(Optional.of(300L - lost), counts.shown());
    assertEquals(Optional.of((long) lost), counts.missing());
  }

  @Test
  void withoutANumberNothingIsSaidOfWhatWasShown() {
    Showing blind = new Showing(0, 640, 360, Optional.empty());
    FrameCounts counts = FrameCounts.of(OptionalLong.empty(), 3, List.of(blind, blind));
    assertEquals(2, counts.decoded());
    assertEquals(Optional.empty(), counts.shown());
    assertEquals(Optional.empty(), counts.missing());
  }

  @Test
  void ratesAndSizesAreThoseShown() {
    List<Showing> pictures = even(76);
    pictures.add(new Showing(3041 * MILLI, 320, 180, Optional.empty()));
    FrameRate rate = FrameRate.of(pictures);
    assertEquals(List.of(25, 25, 25), rate.perSecond());
    Spread spread = rate.spread().orElseThrow();
    assertEquals(25, spread.mean());
    assertEquals(1, rate.changes().size());
    assertEquals(320, rate.changes().getFirst().width());
    assertTrue(FrameRate.of(List.of()).spread().isEmpty());
  }

  @Test
  void delayIsReadFromTheBurntInTimeAlsoWhereItGoesRound() {
    List<Showing> pictures = new ArrayList<>();
    long round = 1 << 24;
    for (int i = -5; i < 5; i++) {
      long media = round + 40L * i;
      pictures.add(
          new Showing(
              (media + 120) * MILLI, 640, 360, Optional.of(new BurntIn(i + 5, media % round))));
    }
    Spread delay = MotionDelay.glassToGlass(pictures, 0).orElseThrow();
    assertEquals(new Spread(10, 120, 120, 120, 120), delay);
  }

  @Test
  void firstPictureAndRecoveryAreTimed() {
    assertEquals(OptionalLong.of(10 * MILLI), MotionDelay.toFirst(even(10), 30 * MILLI));
    assertEquals(OptionalLong.empty(), MotionDelay.toFirst(even(2), 50 * MILLI));
    assertEquals(OptionalLong.of(25), MotionDelay.toRecover(List.of(5L, 20L, 45L, 60L), 20));
    assertEquals(OptionalLong.empty(), MotionDelay.toRecover(List.of(5L), 20));
  }

  @ParameterizedTest
  @CsvSource({
    "45, UNNOTICED",
    "-125, UNNOTICED",
    "46, ACCEPTABLE",
    "90, ACCEPTABLE",
    "-126, ACCEPTABLE",
    "-185, ACCEPTABLE",
    "91, UNACCEPTABLE",
    "-186, UNACCEPTABLE"
  })
  void lipSyncIsGradedByItsLimits(double early, Grade grade) {
    assertEquals(grade, LipSync.of(200, 200 + early).grade());
  }

  @Test
  void spreadsTakeTheNearestRank() {
    double[] values = new double[100];
    for (int i = 0; i < 100; i++) {
      values[i] = 100 - i;
    }
    assertEquals(Optional.of(new Spread(100, 1, 50.5, 95, 100)), Spread.of(values));
    assertEquals(Optional.empty(), Spread.of());
  }
}
