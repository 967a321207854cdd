package parley.core.media.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bursts and gaps are those of RFC 3611 section 4.7.2, told by a model that sees all at once. */
class LossPatternTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  /** The definition, read off the whole stream: which packets stand within a burst. */
  private static LossPattern model(boolean[] received) {
    boolean[] burst = new boolean[received.length];
    long bursts = 0;
    for (int from = 0; from < received.length; from++) {
      // (a) it starts with a loss, (c) it ends with one, (b) no 16 arrive in a row between.
      if (received[from] || (from > 0 && burst[from])) {
        continue;
      }
      int to = from;
      int inARow = 0;
      for (int i = from + 1; i < received.length && inARow < 16; i++) {
        inARow = received[i] ? inARow + 1 : 0;
        if (!received[i]) {
          to = i;
        }
      }
      if (to > from) {
        // A loss with 16 received on either side belongs to the gap: that is one alone.
        bursts++;
        for (int i = from; i <= to; i++) {
          burst[i] = true;
        }
      }
    }
    long burstPackets = 0;
    long burstLosses = 0;
    long gapLosses = 0;
    for (int i = 0; i < received.length; i++) {
      burstPackets += burst[i] ? 1 : 0;
      burstLosses += burst[i] && !received[i] ? 1 : 0;
      gapLosses += !burst[i] && !received[i] ? 1 : 0;
    }
    return new LossPattern(
        bursts, burstPackets, burstLosses, received.length - burstPackets, gapLosses);
  }

  private static ReceptionStatistics feed(int first, List<Integer> order) {
    ReceptionStatistics statistics = new ReceptionStatistics(new Ssrc(1), PayloadClocks.STATIC);
    for (int i = 0; i < order.size(); i++) {
      int sequence = (first + order.get(i)) & 0xffff;
      statistics.accept(20_000_000L * i, false, 0, sequence, 160L * order.get(i), 160);
    }
    return statistics;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void burstsAndGapsAreThoseOfTheDefinition(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int count = 1 + random.nextInt(4000);
    boolean[] received = lossy(random, count);
    int first = random.nextInt(0x10000);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (received[i]) {
        order.add(i);
      }
    }
    shuffleNearby(random, order);
    repeatSome(random, order);
    ReceptionStatistics statistics = feed(first, order);
    LossPattern pattern = statistics.losses();
    assertEquals(model(received), pattern);
    RtpStream figures = statistics.stream();
    assertEquals(figures.missing(), pattern.burstLosses() + pattern.gapLosses());
    assertEquals(figures.expected(), pattern.burstPackets() + pattern.gapPackets());
    assertEquals(pattern, statistics.losses(), "asking must change nothing");
  }

  /** Good and bad times by turns, as Gilbert and Elliott have it; the ends are received. */
  private static boolean[] lossy(SplittableRandom random, int count) {
    double toBad = random.nextDouble() * 0.1;
    double toGood = 0.02 + random.nextDouble() * 0.5;
    double lossInBad = random.nextDouble();
    double lossInGood = random.nextDouble() * 0.08;
    boolean[] received = new boolean[count];
    boolean bad = false;
    for (int i = 0; i < count; i++) {
      bad = bad ? random.nextDouble() >= toGood : random.nextDouble() < toBad;
      received[i] = random.nextDouble() >= (bad ? lossInBad : lossInGood);
    }
    received[0] = true;
    received[count - 1] = true;
    return received;
  }

  /** Packets come up to some dozens late; the last stays last, so that all are expected. */
  private static void shuffleNearby(SplittableRandom random, List<Integer> order) {
    int swaps = random.nextInt(20);
    for (int i = 0; i < swaps && order.size() > 80; i++) {
      int from = 1 + random.nextInt(order.size() - 60);
      int to = from + 1 + random.nextInt(40);
      int late = order.get(from);
      if (order.get(to) - late < 90) {
        order.remove(/* index */ from);
        order.add(to, late);
      }
    }
  }

  private static void repeatSome(SplittableRandom random, List<Integer> order) {
    for (int i = random.nextInt(10); i > 0; i--) {
      int at = random.nextInt(order.size());
      order.add(at + 1, order.get(at));
    }
  }

  @Test
  void oneLossAloneBelongsToTheGap() {
    List<Integer> order =
        new ArrayList<>(LongStream.range(0, 60).boxed().map(Long::intValue).toList());
    order.remove(Integer.valueOf(20));
    order.remove(Integer.valueOf(37)); // 16 arrive between the two
    assertEquals(new LossPattern(0, 0, 0, 60, 2), feed(65_500, order).losses());
    order.remove(Integer.valueOf(52)); // only 14
    assertEquals(new LossPattern(1, 16, 2, 44, 1), feed(65_500, order).losses());
  }

  @Test
  void aHoleOfThousandsIsOneBurst() {
    List<Integer> order = new ArrayList<>();
    BitSet lost = new BitSet();
    lost.set(500, 3_400);
    for (int i = 0; i < 5_000; i++) {
      if (!lost.get(i)) {
        order.add(i);
      }
    }
    LossPattern pattern = feed(10, order).losses();
    assertEquals(new LossPattern(1, 2_900, 2_900, 2_100, 0), pattern);
    assertEquals(1.0, pattern.burstDensity());
    assertEquals(1_050, pattern.meanGapPackets());
    assertTrue(pattern.gapDensity() == 0);
  }
}
