package parley.profiles;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The known word with the smallest edit distance (letters without case, swapped neighbours count
   * once) if that is small for its length; the first in order of words where several are as near.
   */
  public static Optional<String> to(String word, Collection<String> known) {
    return known.stream()
        .filter(one -> distance(word, one) <= allowed(word, one))
        .min(
            Comparator.comparingInt((String one) -> distance(word, one))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int allowed(String word, String known) {
    return Math.max(1, Math.min(word.length(), known.length()) / 3);
  }

  /** Optimal string alignment distance. */
  static int distance(String left, String right) {
    String from = left.toLowerCase(Locale.ROOT);
    String to = right.toLowerCase(Locale.ROOT);
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[from.length()][to.length()];
  }
}
