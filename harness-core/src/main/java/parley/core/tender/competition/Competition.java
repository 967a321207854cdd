package parley.core.tender.competition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What lines do to competition, for a table in which every cell is decided.
 *
 * @param grid the table
 * @param qualify makers that meet all lines
 * @param alone for each line the maker that it leaves by itself alone, empty where it leaves none
 *     or several
 * @param lonely where one maker meets all lines, the sets of lines that leave it alone; where
 *     nobody does, the smallest sets that leave anyone alone
 * @param relaxed for each line the makers that qualify where it is given up
 */
public record Competition(
    Grid grid,
    BitSet qualify,
    List<Optional<Integer>> alone,
    List<Lonely> lonely,
    List<BitSet> relaxed) {
  /** More sets than this nobody reads. */
  static final int MOST_SETS = 200;

  /** Branches after which only the smallest sets are looked for. */
  static final long PATIENCE = 5_000;

  public Competition {
    alone = List.copyOf(alone);
    lonely = List.copyOf(lonely);
    relaxed = List.copyOf(relaxed);
  }

  /** Computes all of it. */
  public static Competition of(Grid grid) {
    BitSet qualify = grid.qualify(grid.whole());
    List<Optional<Integer>> alone = new ArrayList<>();
    List<BitSet> relaxed = new ArrayList<>();
    for (int line = 0; line < grid.lines(); line++) {
      BitSet only = new BitSet(grid.lines());
      only.set(line);
      BitSet left = grid.qualify(only);
      alone.add(left.cardinality() == 1 ? Optional.of(left.nextSetBit(0)) : Optional.empty());
      BitSet others = grid.whole();
      others.clear(line);
      relaxed.add(grid.qualify(others));
    }
    return new Competition(grid, qualify, alone, lonely(grid, qualify), relaxed);
  }

  /**
   * The fewest lines to give up so that at least {@code makers} qualify; empty where there are not
   * so many makers.
   */
  public Optional<Relaxation> smallestRelaxation(int makers) {
    return SmallestRelaxation.of(grid, makers);
  }

  /**
   * A set leaves a maker alone where one of its products meets the whole set and every product of
   * another maker fails a line of it: a hitting set of what the others fail, within what the
   * product meets.
   */
  private static List<Lonely> lonely(Grid grid, BitSet qualify) {
    return switch (qualify.cardinality()) {
      case 0 -> smallestOfAnyone(grid);
      case 1 ->
          List.of(ofTheOneLeft(grid, qualify.nextSetBit(0))).stream()
              .filter(one -> !one.sets().isEmpty())
              .toList();
      // Each of them meets every part of the lines too, so that no part leaves one alone.
      default -> List.of();
    };
  }

  private static Lonely ofTheOneLeft(Grid grid, int maker) {
    List<BitSet> sets = new ArrayList<>();
    boolean all = true;
    for (int product : productsOf(grid, maker)) {
      HittingSets search = search(grid, product);
      HittingSets.Found some = search.minimal(MOST_SETS, PATIENCE);
      if (!some.all()) {
        all = false;
        some = search.smallest(MOST_SETS);
      }
      add(some, sets);
    }
    sets.sort(HittingSets.ORDER);
    if (!all && !sets.isEmpty()) {
      int least = sets.getFirst().cardinality();
      sets.removeIf(set -> set.cardinality() > least);
    }
    return new Lonely(maker, sets, all);
  }

  /** Where nobody meets all lines, different sets may leave different makers. */
  private static List<Lonely> smallestOfAnyone(Grid grid) {
    int least = grid.lines();
    int[] sizes = new int[grid.products()];
    for (int product = 0; product < grid.products(); product++) {
      sizes[product] = search(grid, product).leastSize(least).orElse(grid.lines() + 1);
      least = Math.min(least, Math.max(1, sizes[product]));
    }
    List<Lonely> found = new ArrayList<>();
    for (int maker = 0; maker < grid.makers(); maker++) {
      List<BitSet> sets = new ArrayList<>();
      for (int product : productsOf(grid, maker)) {
        if (sizes[product] == least) {
          add(search(grid, product).smallest(MOST_SETS), sets);
        }
      }
      if (!sets.isEmpty()) {
        sets.sort(HittingSets.ORDER);
        found.add(new Lonely(maker, sets, false));
      }
    }
    return found;
  }

  private static HittingSets search(Grid grid, int product) {
    return new HittingSets(grid.lines(), others(grid, product));
  }

  private static void add(HittingSets.Found some, List<BitSet> sets) {
    some.sets().stream().filter(set -> !set.isEmpty() && !sets.contains(set)).forEach(sets::add);
  }

  private static List<Integer> productsOf(Grid grid, int maker) {
    return IntStream.range(0, grid.products())
        .filter(product -> grid.makerOf().get(product) == maker)
        .boxed()
        .toList();
  }

  private static List<BitSet> others(Grid grid, int product) {
    List<BitSet> rows = new ArrayList<>();
    for (int other = 0; other < grid.products(); other++) {
      if (!grid.makerOf().get(other).equals(grid.makerOf().get(product))) {
        BitSet row = (BitSet) grid.fails().get(other).clone();
        row.andNot(grid.fails().get(product));
        rows.add(row);
      }
    }
    return rows;
  }
}
