package parley.core.tender.competition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer against trying all sets of lines. */
final class CompetitionTest {
  private static final int TENDERS = 1_000;

  @Test
  void theSetsThatLeaveOneMakerEqualTryingAllSetsOnAThousandTenders() {
    int withSets = 0;
    int withLargerSets = 0;
    int withoutAnyoneLeft = 0;
    for (int seed = 0; seed < TENDERS; seed++) {
      Grid grid = random(seed);
      Competition competition = Competition.of(grid);
      Map<Integer, Set<Set<Integer>>> expected = minimalSets(grid);
      Map<Integer, Set<Set<Integer>>> actual = new HashMap<>();
      for (Lonely one : competition.lonely()) {
        Set<Set<Integer>> sets =
            one.sets().stream().map(CompetitionTest::members).collect(Collectors.toSet());
        assertEquals(one.sets().size(), sets.size(), "a set twice, seed " + seed);
        actual.put(one.maker(), sets);
        if (!one.all()) {
          expected.computeIfPresent(one.maker(), (maker, all) -> smallest(all));
        }
      }
      if (competition.qualify().isEmpty()) {
        expected = smallestOfAnyone(expected);
      }
      assertEquals(expected, actual, "seed " + seed);
      withSets += actual.isEmpty() ? 0 : 1;
      withoutAnyoneLeft += competition.qualify().isEmpty() ? 1 : 0;
      withLargerSets +=
          actual.values().stream().flatMap(Set::stream).anyMatch(set -> set.size() > 2) ? 1 : 0;
    }
    System.out.printf(
        "of %d tenders %d have sets that leave one maker, %d such sets of three and more lines, in"
            + " %d nobody meets all lines%n",
        TENDERS, withSets, withLargerSets, withoutAnyoneLeft);
    assertTrue(withSets > 300 && withLargerSets > 50 && withoutAnyoneLeft > 100);
  }

  @Test
  void allMinimalHittingSetsEqualTryingAllSetsOnAThousandFamilies() {
    for (int seed = 0; seed < TENDERS; seed++) {
      Random random = new Random(seed);
      int columns = 1 + random.nextInt(10);
      List<BitSet> family = new ArrayList<>();
      for (int row = random.nextInt(9); row > 0; row--) {
        family.add(bits(columns, random, 0.15 + 0.5 * random.nextDouble()));
      }
      Set<Set<Integer>> hitting = new java.util.HashSet<>();
      for (int mask = 0; mask < 1 << columns; mask++) {
        BitSet set = BitSet.valueOf(new long[] {mask});
        if (family.stream().allMatch(set::intersects)) {
          hitting.add(members(set));
        }
      }
      Set<Set<Integer>> minimal = withoutSupersets(hitting);
      HittingSets search = new HittingSets(columns, family);
      assertEquals(minimal, setsOf(search.minimal(100_000, Long.MAX_VALUE)), "seed " + seed);
      assertEquals(smallest(minimal), setsOf(search.smallest(100_000)), "seed " + seed);
    }
  }

  @Test
  void theSmallestRelaxationEqualsTryingAllSetsOnAThousandTenders() {
    int[] sizes = new int[12];
    for (int seed = 0; seed < TENDERS; seed++) {
      Grid grid = random(seed);
      Competition competition = Competition.of(grid);
      for (int wanted = 1; wanted <= 4; wanted++) {
        int least = Integer.MAX_VALUE;
        for (int mask = 0; mask < 1 << grid.lines(); mask++) {
          BitSet asked = grid.whole();
          asked.andNot(BitSet.valueOf(new long[] {mask}));
          if (grid.qualify(asked).cardinality() >= wanted) {
            least = Math.min(least, Integer.bitCount(mask));
          }
        }
        Optional<Relaxation> found = competition.smallestRelaxation(wanted);
        assertEquals(least != Integer.MAX_VALUE, found.isPresent(), "seed " + seed);
        if (found.isPresent()) {
          Relaxation relaxation = found.get();
          assertEquals(least, relaxation.lines().cardinality(), "seed " + seed);
          BitSet asked = grid.whole();
          asked.andNot(relaxation.lines());
          assertEquals(grid.qualify(asked), relaxation.makers());
          assertTrue(relaxation.makers().cardinality() >= wanted);
          sizes[least]++;
        }
      }
    }
    System.out.println("smallest relaxations by their size: " + java.util.Arrays.toString(sizes));
    assertTrue(sizes[0] > 50 && sizes[2] > 50 && sizes[4] > 50);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20, 35, 50, 70})
  void twoHundredLinesAndFiftyMakersTakeLessThanASecond(int percentFailed) {
    Competition.of(large(percentFailed, 99, true));
    for (boolean somebodyMeetsAll : new boolean[] {true, false}) {
      Grid grid = large(percentFailed, 7, somebodyMeetsAll);
      long start = System.nanoTime();
      Competition competition = Competition.of(grid);
      long sets = System.nanoTime();
      Optional<Relaxation> two = competition.smallestRelaxation(2);
      Optional<Relaxation> three = competition.smallestRelaxation(3);
      long end = System.nanoTime();
      System.out.printf(
          "200 lines x 50 makers, %d %% failed, %s: %.0f ms (sets %.0f ms); makers that a set"
              + " leaves alone %d, smallest set %d lines, relaxations %d and %d lines%n",
          percentFailed,
          somebodyMeetsAll ? "one meets all" : "nobody meets all",
          (end - start) / 1e6,
          (sets - start) / 1e6,
          competition.lonely().size(),
          competition.lonely().stream().mapToInt(Lonely::size).min().orElse(0),
          two.orElseThrow().lines().cardinality(),
          three.orElseThrow().lines().cardinality());
      assertTrue(
          Duration.ofNanos(end - start).compareTo(Duration.ofSeconds(3)) < 0,
          "a busy machine may take longer than the second it should, but not three");
    }
  }

  @Test
  void twoProductsOfOneMakerAreNoCompetition() {
    BitSet none = new BitSet();
    BitSet first = new BitSet();
    first.set(0);
    Competition competition =
        Competition.of(new Grid(2, 2, List.of(0, 0, 1), List.of(none, none, first)));
    assertEquals(1, competition.qualify().cardinality());
    assertEquals(List.of(Optional.of(0), Optional.empty()), competition.alone());
    assertEquals(List.of(first), competition.lonely().getFirst().sets());
    assertEquals(2, competition.relaxed().getFirst().cardinality());
    assertEquals(first, competition.smallestRelaxation(2).orElseThrow().lines());
    assertEquals(Optional.empty(), competition.smallestRelaxation(3));
  }

  private static Grid large(int percentFailed, long seed, boolean somebodyMeetsAll) {
    Random random = new Random(seed);
    List<Integer> makerOf = new ArrayList<>();
    List<BitSet> fails = new ArrayList<>();
    for (int maker = 0; maker < 50; maker++) {
      makerOf.add(maker);
      fails.add(
          maker == 0 && somebodyMeetsAll ? new BitSet() : bits(200, random, percentFailed / 100.0));
    }
    return new Grid(200, 50, makerOf, fails);
  }

  private static Grid random(long seed) {
    Random random = new Random(seed);
    int lines = 1 + random.nextInt(8);
    int makers = 1 + random.nextInt(6);
    double share = 0.05 + 0.6 * random.nextDouble();
    List<Integer> makerOf = new ArrayList<>();
    List<BitSet> fails = new ArrayList<>();
    for (int maker = 0; maker < makers; maker++) {
      for (int product = 1 + random.nextInt(2); product > 0; product--) {
        makerOf.add(maker);
        fails.add(bits(lines, random, random.nextInt(6) == 0 ? 0 : share));
      }
    }
    return new Grid(lines, makers, makerOf, fails);
  }

  private static BitSet bits(int size, Random random, double share) {
    BitSet bits = new BitSet(size);
    for (int bit = 0; bit < size; bit++) {
      bits.set(bit, random.nextDouble() < share);
    }
    return bits;
  }

  /**
   * For each maker the sets of at least one line that leave it alone, and no part of which does.
   */
  private static Map<Integer, Set<Set<Integer>>> minimalSets(Grid grid) {
    Map<Integer, Set<Set<Integer>>> sets = new HashMap<>();
    for (int mask = 1; mask < 1 << grid.lines(); mask++) {
      BitSet asked = BitSet.valueOf(new long[] {mask});
      BitSet left = grid.qualify(asked);
      if (left.cardinality() == 1) {
        sets.computeIfAbsent(left.nextSetBit(0), maker -> new java.util.HashSet<>())
            .add(members(asked));
      }
    }
    sets.replaceAll((maker, all) -> withoutSupersets(all));
    if (grid.makers() == 1) {
      // Where there is one maker, nobody is kept out, and so no set keeps anybody out.
      return Map.of();
    }
    return sets;
  }

  private static Map<Integer, Set<Set<Integer>>> smallestOfAnyone(
      Map<Integer, Set<Set<Integer>>> sets) {
    int least = sets.values().stream().flatMap(Set::stream).mapToInt(Set::size).min().orElse(0);
    Map<Integer, Set<Set<Integer>>> found = new HashMap<>(sets);
    found.values().removeIf(all -> all.stream().noneMatch(set -> set.size() == least));
    found.replaceAll((maker, all) -> smallest(all));
    return found;
  }

  private static Set<Set<Integer>> withoutSupersets(Set<Set<Integer>> sets) {
    return sets.stream()
        .filter(
            set -> sets.stream().noneMatch(other -> !other.equals(set) && set.containsAll(other)))
        .collect(Collectors.toSet());
  }

  private static Set<Set<Integer>> smallest(Set<Set<Integer>> sets) {
    int least = sets.stream().mapToInt(Set::size).min().orElse(0);
    return sets.stream().filter(set -> set.size() == least).collect(Collectors.toSet());
  }

  private static Set<Set<Integer>> setsOf(HittingSets.Found found) {
    assertTrue(found.all());
    assertEquals(
        found.sets().stream().map(BitSet::cardinality).sorted(Comparator.naturalOrder()).toList(),
        found.sets().stream().map(BitSet::cardinality).toList());
    return found.sets().stream().map(CompetitionTest::members).collect(Collectors.toSet());
  }

  private static Set<Integer> members(BitSet bits) {
    return bits.stream().boxed().collect(Collectors.toCollection(TreeSet::new));
  }
}
