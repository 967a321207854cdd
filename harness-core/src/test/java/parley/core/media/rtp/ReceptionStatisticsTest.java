package parley.core.media.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceptionStatisticsTest {
  private static final Ssrc SSRC = new Ssrc(7);
  private static final long MILLIS = 1_000_000;

  private static ReceptionStatistics after(int... sequences) {
    ReceptionStatistics statistics = new ReceptionStatistics(SSRC, PayloadClocks.STATIC);
    long time = 0;
    for (int sequence : sequences) {
      statistics.accept(time, false, 0, sequence, 160L * sequence, 160);
      time += 20 * MILLIS;
    }
    return statistics;
  }

  private static void counts(
      RtpStream stream, long packets, long expected, long lost, long duplicates, long reordered) {
    assertEquals(packets, stream.packets(), stream::toString);
    assertEquals(expected, stream.expected(), stream::toString);
    assertEquals(lost, stream.lost(), stream::toString);
    assertEquals(duplicates, stream.duplicates(), stream::toString);
    assertEquals(reordered, stream.reordered(), stream::toString);
  }

  @Test
  void countsAPlainStreamOverTheWrap() {
    counts(after(65533, 65534, 65535, 0, 1).stream(), 5, 5, 0, 0, 0);
    assertEquals(0x10001, after(65533, 65534, 65535, 0, 1).report().extendedHighestSequence());
  }

  @Test
  void countsWhatIsMissing() {
    counts(after(10, 11, 14, 15).stream(), 4, 6, 2, 0, 0);
  }

  @Test
  void aDuplicateHidesALossInLostButNotInMissing() {
    RtpStream stream = after(10, 11, 11, 13).stream();
    counts(stream, 4, 4, 0, 1, 0);
    assertEquals(1, stream.missing());
  }

  @Test
  void aLatePacketIsReorderedOnceAndThenADuplicate() {
    counts(after(10, 12, 11, 11, 13).stream(), 5, 4, -1, 1, 1);
  }

  @Test
  void whatWasSentBeforeTheFirstToArriveIsExpectedToo() {
    counts(after(1, 65535, 0, 2).stream(), 4, 4, 0, 0, 2);
  }

  @Test
  void aConfirmedJumpForwardIsLoss() {
    RtpStream stream = after(10, 5010, 5011).stream();
    counts(stream, 3, 5002, 4999, 0, 0);
    assertEquals(0, stream.strays());
  }

  @Test
  void aConfirmedJumpBackIsARestartAndNoLoss() {
    RtpStream stream = after(10, 11, 40000, 40001, 40003).stream();
    counts(stream, 5, 6, 1, 0, 0);
    assertEquals(1, stream.restarts());
    assertEquals(0, stream.strays());
  }

  @Test
  void anUnconfirmedJumpIsAStrayAndChangesNothingElse() {
    RtpStream stream = after(10, 30000, 11, 12).stream();
    counts(stream, 4, 3, 0, 0, 0);
    assertEquals(1, stream.strays());
  }

  @Test
  void reportsTheFractionOfTheIntervalAndTheSumOfAll() {
    ReceptionStatistics statistics = after(0, 1, 2, 3, 4, 5, 8, 9);
    ReceptionReport first = statistics.report();
    assertEquals(2 * 256 / 10, first.fractionLost());
    assertEquals(2, first.cumulativeLost());
    assertEquals(9, first.extendedHighestSequence());
    ReceptionReport second = statistics.report();
    assertEquals(0, second.fractionLost());
    assertEquals(2, second.cumulativeLost());
  }

  @Test
  void aSteadyStreamHasNoJitter() {
    RtpStream.Jitter jitter = after(1, 2, 3, 4).stream().jitter().orElseThrow();
    assertEquals(0, jitter.max(), 1e-9);
    assertEquals(20, after(1, 2, 3).stream().maxDeltaMillis(), 1e-9);
  }

  @Test
  void aPacketSixteenMillisecondsLateMakesJitterOfOne() {
    ReceptionStatistics statistics = new ReceptionStatistics(SSRC, PayloadClocks.STATIC);
    statistics.accept(0, false, 0, 1, 0xffff_ffffL - 79, 160); // the timestamp wraps
    statistics.accept(36 * MILLIS, false, 0, 2, 80, 160);
    assertEquals(1, statistics.stream().jitter().orElseThrow().last(), 1e-9);
    assertEquals(8, statistics.report().jitter());
  }

  @Test
  void aTalkSpurtsFirstPacketIsInTheRunningJitterButNotInMeanMaximumAndDelta() {
    ReceptionStatistics statistics = new ReceptionStatistics(SSRC, PayloadClocks.STATIC);
    statistics.accept(0, false, 0, 1, 0, 160);
    statistics.accept(20 * MILLIS, false, 0, 2, 160, 160);
    statistics.accept(1036 * MILLIS, true, 0, 3, 160 + 8000, 160);
    RtpStream stream = statistics.stream();
    assertEquals(new RtpStream.Jitter(1, 0, 0), stream.jitter().orElseThrow());
    assertEquals(20, stream.maxDeltaMillis());
    assertEquals(1016, stream.longestGapMillis());
  }

  @Test
  void anUnknownPayloadTypeIsCountedWithoutJitter() {
    ReceptionStatistics statistics = new ReceptionStatistics(SSRC, PayloadClocks.STATIC);
    statistics.accept(0, false, 96, 1, 0, 10);
    statistics.accept(5 * MILLIS, false, 96, 2, 0, 10);
    assertEquals(Optional.empty(), statistics.stream().jitter());
    assertEquals(20, statistics.stream().payloadOctets());
  }

  @Test
  void telephoneEventsLeaveTheJitterOfTheSpeechAlone() {
    ReceptionStatistics statistics =
        new ReceptionStatistics(SSRC, PayloadClocks.with(Map.of(101, 0)));
    for (int i = 0; i < 20; i++) {
      boolean event = i >= 5 && i < 10;
      statistics.accept(20 * MILLIS * i, false, event ? 101 : 0, i, event ? 800 : 160L * i, 160);
    }
    assertEquals(0, statistics.stream().jitter().orElseThrow().max(), 1e-9);
  }

  @Test
  void nothingReceivedIsNothingExpected() {
    counts(new ReceptionStatistics(SSRC, PayloadClocks.STATIC).stream(), 0, 0, 0, 0, 0);
    assertEquals(0, new ReceptionStatistics(SSRC, PayloadClocks.STATIC).report().fractionLost());
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  /** Losses, duplicates and late packets thrown in at random are all found again. */
  @ParameterizedTest
  @MethodSource("seeds")
  void findsWhatWasDoneToAStream(long seed) {
    Random random = new Random(seed);
    int first = random.nextInt(65536);
    int sent = 2000;
    List<Integer> arriving = new ArrayList<>();
    long lost = 0;
    long duplicates = 0;
    for (int i = 0; i < sent; i++) {
      boolean edge = i == 0 || i == sent - 1;
      if (!edge && random.nextInt(20) == 0) {
        lost++;
        continue;
      }
      arriving.add(i);
      if (!edge && random.nextInt(20) == 0) {
        duplicates++;
        arriving.add(i);
      }
    }
    for (int i = 1; i < arriving.size() - 60; i++) {
      if (random.nextInt(30) == 0) {
        arriving.add(i + random.nextInt(50), arriving.remove(/* index */ i));
      }
    }
    ReceptionStatistics statistics = new ReceptionStatistics(SSRC, PayloadClocks.STATIC);
    int highest = -1;
    boolean[] seen = new boolean[sent];
    long reordered = 0;
    for (int i = 0; i < arriving.size(); i++) {
      int number = arriving.get(i);
      if (number < highest && !seen[number]) {
        reordered++;
      }
      seen[number] = true;
      highest = Math.max(highest, number);
      statistics.accept(i * MILLIS, false, 0, (first + number) & 0xffff, 160L * number, 160);
    }
    RtpStream stream = statistics.stream();
    counts(stream, arriving.size(), sent, lost - duplicates, duplicates, reordered);
    assertEquals(lost, stream.missing());
    assertTrue(stream.strays() == 0 && stream.restarts() == 0, stream::toString);
  }
}
