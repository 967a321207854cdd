package parley.core.tender.competition;

import java.util.BitSet;

/**
 * How few columns can hit rows: each row is given a price so that no column's rows cost more than
 * 1; then the prices of all rows together are a lower bound (weak duality of linear programming),
 * and a column whose rows cost less by some slack raises the bound by that slack where it is
 * chosen.
 */
final class DualBound {
  private static final double TINY = 1e-9;
  private static final BitSet NONE = new BitSet();

  private final BitSet[] rowColumns;
  private final long[][] columnRows;
  private final int[] gain;
  private final double[] slack;

  DualBound(BitSet[] rowColumns, long[][] columnRows) {
    this.rowColumns = rowColumns;
    this.columnRows = columnRows;
    this.gain = new int[columnRows.length];
    this.slack = new double[columnRows.length];
  }

  /**
   * The columns left that may belong to a set of at most {@code budget} columns that hits all open
   * rows; none where no such set can be.
   */
  BitSet worthTrying(long[] open, BitSet columnsLeft, int budget) {
    for (int column = columnsLeft.nextSetBit(0);
        column >= 0;
        column = columnsLeft.nextSetBit(column + 1)) {
      gain[column] = 0;
      for (int word = 0; word < open.length; word++) {
        gain[column] += Long.bitCount(columnRows[column][word] & open[word]);
      }
      slack[column] = 1;
    }
    double total = 0;
    for (int row = next(open, 0); row >= 0; row = next(open, row + 1)) {
      int widest = 0;
      BitSet mine = rowColumns[row];
      for (int column = mine.nextSetBit(0); column >= 0; column = mine.nextSetBit(column + 1)) {
        if (columnsLeft.get(column)) {
          widest = Math.max(widest, gain[column]);
        }
      }
      if (widest == 0) {
        return NONE;
      }
      // A column with n open rows charges each at most 1/n, so that its rows cost at most 1.
      total += charge(mine, columnsLeft, 1.0 / widest);
    }
    for (int row = next(open, 0); row >= 0; row = next(open, row + 1)) {
      BitSet mine = rowColumns[row];
      double room = 1;
      for (int column = mine.nextSetBit(0); column >= 0; column = mine.nextSetBit(column + 1)) {
        if (columnsLeft.get(column)) {
          room = Math.min(room, slack[column]);
        }
      }
      if (room > TINY) {
        total += charge(mine, columnsLeft, room);
      }
    }
    if (total > budget + TINY) {
      return NONE;
    }
    BitSet worth = new BitSet(columnRows.length);
    for (int column = columnsLeft.nextSetBit(0);
        column >= 0;
        column = columnsLeft.nextSetBit(column + 1)) {
      worth.set(column, gain[column] > 0 && total + slack[column] <= budget + TINY);
    }
    return worth;
  }

  private double charge(BitSet row, BitSet columnsLeft, double price) {
    for (int column = row.nextSetBit(0); column >= 0; column = row.nextSetBit(column + 1)) {
      if (columnsLeft.get(column)) {
        slack[column] -= price;
      }
    }
    return price;
  }

  private static int next(long[] open, int from) {
    int word = from >> 6;
    if (word >= open.length) {
      return -1;
    }
    long rest = open[word] & -1L << from;
    while (rest == 0) {
      if (++word >= open.length) {
        return -1;
      }
      rest = open[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(rest);
  }
}
