package parley.core.tender.competition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Hitting sets of a family: sets of columns that share one with each row. Exact, by branching on
 * the row with the fewest columns left. A column that was tried is closed to the branches after it,
 * so that no set is found twice; {@link DualBound} closes branches that can not come to a small
 * set.
 */
public final class HittingSets {
  /**
   * Sets found.
   *
   * @param sets each ascending, the smaller first, then in the order of their columns
   * @param all false where there are more than were asked for
   */
  public record Found(List<BitSet> sets, boolean all) {
    public Found {
      sets = List.copyOf(sets);
    }
  }

  private final int columns;
  private final int rows;
  private final int words;

  /** For each row, its columns. */
  private final BitSet[] rowColumns;

  /** For each column, its rows, 64 to a word. */
  private final long[][] columnRows;

  private final boolean hopeless;
  private final DualBound bound;

  private int best;
  private int limit;
  private long steps;
  private boolean complete;
  private final List<BitSet> found = new ArrayList<>();

  /**
   * @param family the rows, each a set of columns below {@code columns}; a row without a column can
   *     not be hit, and a family without rows is hit by the empty set
   */
  public HittingSets(int columns, List<BitSet> family) {
    this.columns = columns;
    this.hopeless = family.stream().anyMatch(BitSet::isEmpty);
    List<BitSet> least = hopeless ? List.of() : withoutSupersets(family);
    this.rows = least.size();
    this.words = Math.max(1, (rows + 63) / 64);
    this.rowColumns = least.toArray(BitSet[]::new);
    this.columnRows = new long[columns][words];
    for (int row = 0; row < rows; row++) {
      int at = row;
      rowColumns[row].stream().forEach(column -> columnRows[column][at >> 6] |= 1L << at);
    }
    this.bound = new DualBound(rowColumns, columnRows);
  }

  /** The sets of least size; at most {@code most} of them. */
  public Found smallest(int most) {
    if (leastSize(columns).isEmpty()) {
      return new Found(List.of(), true);
    }
    return enumerated(most, () -> ofSize(allRows(), allColumns(), new BitSet(columns), 0));
  }

  /** How many columns the smallest set has; empty where it is more than {@code largest}. */
  public OptionalInt leastSize(int largest) {
    if (hopeless) {
      return OptionalInt.empty();
    }
    best = Math.min(greedy(), largest) + 1;
    least(allRows(), allColumns(), 0);
    return best > largest ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /**
   * All sets of which no part is one too, up to {@code most}, and no further than {@code patience}
   * branches; the sets are true ones in any case.
   */
  public Found minimal(int most, long patience) {
    if (hopeless) {
      return new Found(List.of(), true);
    }
    steps = patience;
    return enumerated(most, () -> minimal(allRows(), allColumns(), new ArrayList<>()));
  }

  private Found enumerated(int most, Runnable search) {
    found.clear();
    limit = most;
    complete = true;
    search.run();
    List<BitSet> sets = new ArrayList<>(found);
    sets.sort(ORDER);
    return new Found(sets, complete);
  }

  /** Smaller first, then by their columns. */
  static final Comparator<BitSet> ORDER =
      Comparator.comparingInt(BitSet::cardinality)
          .thenComparing(
              (one, other) -> Arrays.compare(one.stream().toArray(), other.stream().toArray()));

  /** Lowers {@link #best} to the size of a least set that lies in the columns left. */
  private void least(long[] open, BitSet columnsLeft, int size) {
    if (isEmpty(open)) {
      best = Math.min(best, size);
      return;
    }
    BitSet left = bound.worthTrying(open, columnsLeft, best - 1 - size);
    if (left.isEmpty()) {
      return;
    }
    int row = narrowest(open, left);
    for (int column : byGain(row, open, left)) {
      least(without(open, column), left, size + 1);
      left.clear(column);
    }
  }

  /** Collects every set of exactly the least size. */
  private void ofSize(long[] open, BitSet columnsLeft, BitSet chosen, int size) {
    if (!complete) {
      return;
    }
    if (isEmpty(open)) {
      take(chosen);
      return;
    }
    BitSet left = bound.worthTrying(open, columnsLeft, best - size);
    if (left.isEmpty()) {
      return;
    }
    int row = narrowest(open, left);
    BitSet choices = (BitSet) rowColumns[row].clone();
    choices.and(left);
    for (int column = choices.nextSetBit(0); column >= 0; column = choices.nextSetBit(column + 1)) {
      chosen.set(column);
      ofSize(without(open, column), left, chosen, size + 1);
      chosen.clear(column);
      left.clear(column);
    }
  }

  private void minimal(long[] open, BitSet columnsLeft, List<Integer> chosen) {
    if (!complete) {
      return;
    }
    if (isEmpty(open)) {
      BitSet set = new BitSet(columns);
      chosen.forEach(set::set);
      take(set);
      return;
    }
    if (steps-- <= 0) {
      complete = false;
      return;
    }
    int row = narrowest(open, columnsLeft);
    BitSet left = (BitSet) columnsLeft.clone();
    BitSet choices = (BitSet) rowColumns[row].clone();
    choices.and(columnsLeft);
    for (int column = choices.nextSetBit(0); column >= 0; column = choices.nextSetBit(column + 1)) {
      chosen.add(column);
      if (everyOneIsNeeded(chosen)) {
        minimal(without(open, column), left, chosen);
      }
      chosen.removeLast();
      left.clear(column);
    }
  }

  /** Whether each chosen column hits a row that no other of them hits. */
  private boolean everyOneIsNeeded(List<Integer> chosen) {
    long[] once = new long[words];
    long[] twice = new long[words];
    for (int column : chosen) {
      for (int word = 0; word < words; word++) {
        twice[word] |= once[word] & columnRows[column][word];
        once[word] |= columnRows[column][word];
      }
    }
    for (int column : chosen) {
      boolean needed = false;
      for (int word = 0; word < words; word++) {
        needed |= (columnRows[column][word] & ~twice[word]) != 0;
      }
      if (!needed) {
        return false;
      }
    }
    return true;
  }

  private void take(BitSet set) {
    if (found.size() >= limit) {
      complete = false;
    } else {
      found.add((BitSet) set.clone());
    }
  }

  private int narrowest(long[] open, BitSet columnsLeft) {
    int narrowest = -1;
    int width = Integer.MAX_VALUE;
    BitSet mine = new BitSet(columns);
    for (int row = 0; row < rows; row++) {
      if ((open[row >> 6] & 1L << row) == 0) {
        continue;
      }
      mine.clear();
      mine.or(rowColumns[row]);
      mine.and(columnsLeft);
      int now = mine.cardinality();
      if (now < width) {
        narrowest = row;
        width = now;
      }
    }
    return narrowest;
  }

  private List<Integer> byGain(int row, long[] open, BitSet columnsLeft) {
    BitSet choices = (BitSet) rowColumns[row].clone();
    choices.and(columnsLeft);
    List<Integer> ordered = new ArrayList<>(choices.stream().boxed().toList());
    ordered.sort(Comparator.comparingInt((Integer column) -> -gain(column, open)));
    return ordered;
  }

  /** The size of a set that was found without looking back. */
  private int greedy() {
    long[] open = allRows();
    int size = 0;
    while (!isEmpty(open)) {
      int widest = 0;
      for (int column = 1; column < columns; column++) {
        if (gain(column, open) > gain(widest, open)) {
          widest = column;
        }
      }
      open = without(open, widest);
      size++;
    }
    return size;
  }

  private int gain(int column, long[] open) {
    int gain = 0;
    for (int word = 0; word < words; word++) {
      gain += Long.bitCount(columnRows[column][word] & open[word]);
    }
    return gain;
  }

  private long[] without(long[] open, int column) {
    long[] left = new long[words];
    for (int word = 0; word < words; word++) {
      left[word] = open[word] & ~columnRows[column][word];
    }
    return left;
  }

  private long[] allRows() {
    long[] all = new long[words];
    for (int row = 0; row < rows; row++) {
      all[row >> 6] |= 1L << row;
    }
    return all;
  }

  private BitSet allColumns() {
    BitSet all = new BitSet(columns);
    all.set(0, columns);
    return all;
  }

  private static boolean isEmpty(long[] open) {
    return Arrays.stream(open).allMatch(word -> word == 0);
  }

  /** A row that holds another is hit where that one is. */
  private static List<BitSet> withoutSupersets(List<BitSet> family) {
    List<BitSet> bySize = new ArrayList<>(family);
    bySize.sort(Comparator.comparingInt(BitSet::cardinality));
    List<BitSet> least = new ArrayList<>();
    for (BitSet row : bySize) {
      if (least.stream().noneMatch(smaller -> isWithin(smaller, row))) {
        least.add((BitSet) row.clone());
      }
    }
    return least;
  }

  private static boolean isWithin(BitSet part, BitSet whole) {
    BitSet rest = (BitSet) part.clone();
    rest.andNot(whole);
    return rest.isEmpty();
  }
}
