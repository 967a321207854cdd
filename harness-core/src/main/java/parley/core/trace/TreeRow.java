package parley.core.trace;

import java.util.ArrayList;
import java.util.List;
import parley.core.wire.Octets;

/**
 * One line of a decoded message: a tree read from top to bottom.
 *
 * @param depth 0 for the message itself
 * @param text value, or what is wrong where {@code mark} is MALFORMED; may have several lines
 * @param octets of OPAQUE, UNKNOWN and MALFORMED; else empty
 */
public record TreeRow(int depth, Mark mark, String name, String text, Octets octets) {
  /** How well it was understood. */
  public enum Mark {
    READ,
    OPAQUE,
    UNKNOWN,
    MALFORMED
  }

  /** The rows of a tree, no deeper than {@link Tree#MAX_DEPTH}. */
  public static List<TreeRow> of(Tree tree) {
    List<TreeRow> rows = new ArrayList<>();
    add(tree, 0, rows);
    return rows;
  }

  private static void add(Tree tree, int depth, List<TreeRow> rows) {
    switch (tree) {
      case Tree.Branch(String name, String text, List<Tree> children) -> {
        rows.add(new TreeRow(depth, Mark.READ, name, text, Octets.EMPTY));
        if (depth < Tree.MAX_DEPTH) {
          children.forEach(child -> add(child, depth + 1, rows));
        } else if (!children.isEmpty()) {
          rows.add(new TreeRow(depth + 1, Mark.READ, "and deeper", "not shown", Octets.EMPTY));
        }
      }
      case Tree.Leaf(String name, String text) ->
          rows.add(new TreeRow(depth, Mark.READ, name, text, Octets.EMPTY));
      case Tree.Opaque(String name, Octets octets) ->
          rows.add(new TreeRow(depth, Mark.OPAQUE, name, "", octets));
      case Tree.Unknown(String name, Octets octets) ->
          rows.add(new TreeRow(depth, Mark.UNKNOWN, name, "unknown", octets));
      case Tree.Malformed(String name, String problem, Octets octets) ->
          rows.add(new TreeRow(depth, Mark.MALFORMED, name, problem, octets));
    }
  }
}
