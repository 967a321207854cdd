package parley.lab.tender;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import parley.core.report.Sheet;

/** Prints a document on a terminal. */
public final class SheetText {
  private static final String GAP = "  ";

  /** Narrower than this no column is made. */
  private static final int NARROWEST = 10;

  private final PrintWriter out;
  private final int width;

  public SheetText(PrintWriter out, int width) {
    this.out = out;
    this.width = width;
  }

  public void print(Sheet sheet) {
    out.println(clean(sheet.kicker()));
    wrapped(sheet.title(), "", "");
    for (Sheet.Part part : sheet.parts()) {
      switch (part) {
        case Sheet.Heading heading -> {
          out.println();
          wrapped(heading.lower() ? heading.text() : upper(heading.text()), "", "");
        }
        case Sheet.Text text -> wrapped(text.text(), "", "  ");
        case Sheet.Notice notice -> wrapped(notice.text(), "! ", "! ");
        case Sheet.Points points -> points.texts().forEach(one -> wrapped(one, "- ", "  "));
        case Sheet.Table table -> table(table.rows());
      }
    }
    out.flush();
  }

  private static String upper(String text) {
    return text.toUpperCase(java.util.Locale.ROOT);
  }

  private void table(List<List<String>> rows) {
    int[] widths = widths(rows);
    for (int row = 0; row < rows.size(); row++) {
      List<List<String>> cells = new ArrayList<>();
      int height = 0;
      for (int column = 0; column < widths.length; column++) {
        cells.add(folded(rows.get(row).get(column), widths[column]));
        height = Math.max(height, cells.getLast().size());
      }
      for (int line = 0; line < height; line++) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
          String part = line < cells.get(column).size() ? cells.get(column).get(line) : "";
          text.append(part).append(" ".repeat(Math.max(0, widths[column] - part.length())));
          text.append(GAP);
        }
        out.println(text.toString().stripTrailing());
      }
      if (row == 0) {
        out.println("-".repeat(Math.min(width, total(widths))));
      }
    }
  }

  /** As wide as the widest text, the widest columns narrowed until the table fits. */
  private int[] widths(List<List<String>> rows) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], clean(row.get(column)).length());
      }
    }
    while (total(widths) > width) {
      int widest = 0;
      for (int column = 1; column < widths.length; column++) {
        widest = widths[column] > widths[widest] ? column : widest;
      }
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static int total(int[] widths) {
    int total = 0;
    for (int one : widths) {
      total += one + GAP.length();
    }
    return total - GAP.length();
  }

  private void wrapped(String text, String first, String next) {
    List<String> lines = folded(text, Math.max(NARROWEST, width - first.length()));
    for (int line = 0; line < lines.size(); line++) {
      out.println((line == 0 ? first : next) + lines.get(line));
    }
  }

  private static List<String> folded(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : clean(text).split(" ", -1)) {
      String rest = word;
      if (!line.isEmpty() && line.length() + 1 + rest.length() > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (rest.length() > columns) {
        lines.add(rest.substring(0, columns));
        rest = rest.substring(columns);
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Text from files and bundles without what would steer a terminal. */
  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", "\ufffd");
  }
}
