package parley.core.report;

import java.util.List;

/**
 * A document in one language, part by part, for a terminal and for a page alike.
 *
 * @param language ISO 639-1
 * @param kicker above the title
 * @param title of the document
 */
public record Sheet(String language, String kicker, String title, List<Part> parts) {
  public Sheet {
    parts = List.copyOf(parts);
  }

  /** A part of a document. */
  public sealed interface Part {}

  /** A heading; what belongs to one line of a tender has the lower rank. */
  public record Heading(String text, boolean lower) implements Part {}

  /** A paragraph. */
  public record Text(String text) implements Part {}

  /** Something nobody may miss. */
  public record Notice(String text) implements Part {}

  /** Points of a list. */
  public record Points(List<String> texts) implements Part {
    public Points {
      texts = List.copyOf(texts);
    }
  }

  /** A table, its first row the head. */
  public record Table(List<List<String>> rows) implements Part {
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
