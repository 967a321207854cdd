package parley.core.tender.competition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the fewest lines to give up so that at least so many makers qualify: that many products of
 * different makers whose failed lines together are fewest. Exact, by branch and bound over the
 * products.
 */
final class SmallestRelaxation {
  private record Product(int maker, BitSet fails) {}

  private final Grid grid;
  private final int wanted;
  private final List<Product> products = new ArrayList<>();
  private int best;
  private BitSet bestLines = new BitSet();

  private SmallestRelaxation(Grid grid, int wanted) {
    this.grid = grid;
    this.wanted = wanted;
    this.best = grid.lines() + 1;
    for (int product = 0; product < grid.products(); product++) {
      products.add(new Product(grid.makerOf().get(product), grid.fails().get(product)));
    }
    products.sort(Comparator.comparingInt(product -> product.fails().cardinality()));
  }

  /** Empty where there are not so many makers. */
  static Optional<Relaxation> of(Grid grid, int wanted) {
    if (grid.makerOf().stream().distinct().count() < wanted) {
      return Optional.empty();
    }
    SmallestRelaxation search = new SmallestRelaxation(grid, wanted);
    search.extend(new BitSet(), new BitSet(), 0, 0);
    BitSet asked = grid.whole();
    asked.andNot(search.bestLines);
    return Optional.of(new Relaxation(search.bestLines, grid.qualify(asked)));
  }

  private void extend(BitSet lines, BitSet makers, int chosen, int from) {
    int size = lines.cardinality();
    if (size >= best) {
      return;
    }
    if (chosen == wanted) {
      best = size;
      bestLines = (BitSet) lines.clone();
      return;
    }
    int missing = wanted - chosen;
    if (products.size() - from < missing || nearest(lines, makers, from, missing) >= best) {
      return;
    }
    for (int next = from; next < products.size(); next++) {
      Product product = products.get(next);
      if (product.fails().cardinality() >= best) {
        return;
      }
      if (makers.get(product.maker())) {
        continue;
      }
      BitSet more = (BitSet) lines.clone();
      more.or(product.fails());
      makers.set(product.maker());
      extend(more, makers, chosen + 1, next + 1);
      makers.clear(product.maker());
    }
  }

  /** No choice of so many more can come to fewer lines than the so-manieth nearest alone. */
  private int nearest(BitSet lines, BitSet makers, int from, int missing) {
    int[] least = new int[grid.makers()];
    Arrays.fill(least, grid.lines() + 1);
    for (int next = from; next < products.size(); next++) {
      Product product = products.get(next);
      if (!makers.get(product.maker())) {
        BitSet more = (BitSet) lines.clone();
        more.or(product.fails());
        least[product.maker()] = Math.min(least[product.maker()], more.cardinality());
      }
    }
    Arrays.sort(least);
    return missing > least.length ? grid.lines() + 1 : least[missing - 1];
  }
}
