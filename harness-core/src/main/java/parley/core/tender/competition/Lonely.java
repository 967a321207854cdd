package parley.core.tender.competition;

import java.util.BitSet;
import java.util.List;

/**
 * The sets of lines that leave one maker alone.
 *
 * @param maker who is left
 * @param sets of lines, the smaller first; no part of one of them leaves that maker alone
 * @param all true where these are all such sets, false where only the smallest, or the first of
 *     them, were looked for
 */
public record Lonely(int maker, List<BitSet> sets, boolean all) {
  public Lonely {
    sets = List.copyOf(sets);
  }

  /** How many lines the smallest set has. */
  public int size() {
    return sets.getFirst().cardinality();
  }
}
