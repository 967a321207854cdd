package parley.core.tender.competition;

import java.util.BitSet;
import java.util.List;

/**
 * Which product fails which line, every cell decided. Lines, products and makers are numbered from
 * 0.
 *
 * @param lines how many there are
 * @param makers how many there are; a maker may have several products, or none
 * @param makerOf the maker of each product
 * @param fails for each product the lines it does not meet; never changed by anybody
 */
public record Grid(int lines, int makers, List<Integer> makerOf, List<BitSet> fails) {
  public Grid {
    if (makerOf.size() != fails.size()) {
      throw new IllegalArgumentException("a product without its maker, or without its lines");
    }
    makerOf = List.copyOf(makerOf);
    fails = List.copyOf(fails);
  }

  public int products() {
    return fails.size();
  }

  /** The makers that have a product which meets all of {@code asked}. */
  public BitSet qualify(BitSet asked) {
    BitSet found = new BitSet(makers);
    for (int product = 0; product < products(); product++) {
      if (!fails.get(product).intersects(asked)) {
        found.set(makerOf.get(product));
      }
    }
    return found;
  }

  /** All lines. */
  public BitSet whole() {
    BitSet all = new BitSet(lines);
    all.set(0, lines);
    return all;
  }
}
