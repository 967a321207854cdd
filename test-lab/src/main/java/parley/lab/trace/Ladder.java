package parley.lab.trace;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.core.trace.HexDump;
import parley.core.trace.Parties;
import parley.core.trace.TracedCall;
import parley.core.trace.TracedMessage;
import parley.core.trace.TreeRow;
import parley.lab.console.Plain;

/**
 * A dialogue as a ladder: parties as columns, messages as arrows between them with the time since
 * the first, the packet and what they say.
 */
public final class Ladder {
  private static final int MARGIN = 20;
  private static final int NARROWEST = 16;
  private static final int WIDEST = 34;
  private static final int SUMMARY = 32;
  private static final int MOST_OCTETS = 64;
  private static final int MOST_DUMPED = 16_384;

  private final TracedCall call;
  private final Look look;
  private final PrintWriter out;
  private final Strokes strokes;
  private final int step;
  private final int lanes;

  public Ladder(TracedCall call, Look look, PrintWriter out) {
    this.call = call;
    this.look = look;
    this.out = out;
    this.strokes = look.strokes();
    int columns = Math.max(2, call.parties().size());
    int wanted = 24;
    for (TracedMessage message : call.messages()) {
      wanted = Math.max(wanted, label(message).length() + 8);
    }
    for (int i = 1; i < call.parties().size(); i++) {
      int before = call.parties().get(i - 1).label().length();
      int label = call.parties().get(i).label().length();
      wanted = Math.max(wanted, (i == 1 ? before : before / 2) + label / 2 + 3);
    }
    // Where summaries find no room beside the lanes, they stand below and the lanes may be wide.
    boolean beside = MARGIN + wanted * (columns - 1) + SUMMARY <= look.width();
    int room = (look.width() - MARGIN - 2) / (columns - 1);
    this.step = Math.clamp(beside ? wanted : Math.min(wanted, room), NARROWEST, WIDEST);
    this.lanes = step * (columns - 1) + 1;
  }

  /** The head, the parties, then {@code shown} of its messages. */
  public void print(int number, List<TracedMessage> shown) {
    out.println(look.strong(number + "  " + Plain.line(call.title())));
    out.println(
        look.soft(
            "   "
                + String.join(", ", call.protocols())
                + " "
                + CallTable.kind(call)
                + " "
                + Plain.line(call.id())
                + ", "
                + call.messages().size()
                + (call.messages().size() == 1 ? " message" : " messages")));
    out.println();
    parties();
    for (TracedMessage message : shown) {
      message(message);
    }
    out.println();
  }

  private void parties() {
    int width = Math.max(look.width() - MARGIN, lanes);
    char[] line = " ".repeat(width + 64).toCharArray();
    for (int i = 0; i < call.parties().size(); i++) {
      String label = Plain.line(call.parties().get(i).label());
      int at = Math.max(i == 0 ? 0 : 1, i * step - (i == 0 ? 0 : label.length() / 2));
      for (int k = 0; k < label.length() && at + k < line.length; k++) {
        line[at + k] = label.charAt(k);
      }
    }
    out.println(
        look.soft(String.format(Locale.ROOT, "%10s %7s  ", "seconds", "packet"))
            + look.strong(new String(line).stripTrailing()));
  }

  private void message(TracedMessage message) {
    long since = message.carriage().timeNanos() - call.messages().getFirst().carriage().timeNanos();
    String left = String.format(Locale.ROOT, "%10.6f %7d  ", since / 1e9, message.packet());
    String summary = (message.repeated() ? "(again) " : "") + Plain.line(message.summary());
    boolean beside = summary.length() <= look.width() - MARGIN - lanes - 2;
    String arrow = arrow(message);
    out.println(
        (look.soft(left) + painted(message, arrow) + (beside ? "  " + summary : ""))
            .stripTrailing());
    if (!beside) {
      under("", summary).forEach(out::println);
    }
    for (String problem : message.problems()) {
      under(strokes.bad() + " ", Plain.line(problem)).forEach(line -> out.println(look.bad(line)));
    }
    if (look.verbose()) {
      decoded(message);
    }
  }

  private String painted(TracedMessage message, String arrow) {
    if (!message.problems().isEmpty()) {
      return look.bad(arrow);
    }
    return message.repeated() ? look.soft(arrow) : arrow;
  }

  /** The text in lines below an arrow, the first behind {@code mark}. */
  private List<String> under(String mark, String text) {
    String indent = " ".repeat(MARGIN + 3);
    int room = Math.max(SUMMARY, look.width() - indent.length() - mark.length());
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (!rest.isEmpty()) {
      int end = rest.length() <= room ? rest.length() : rest.lastIndexOf(' ', room);
      end = end <= 0 ? room : end;
      lines.add(
          indent + (lines.isEmpty() ? mark : " ".repeat(mark.length())) + rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    return lines;
  }

  /** The lanes of one line. */
  private String arrow(TracedMessage message) {
    int from = Math.max(0, call.column(message.carriage().from()));
    int to = Math.max(0, call.column(message.carriage().to()));
    String[] cells = new String[lanes];
    for (int i = 0; i < lanes; i++) {
      boolean life = i % step == 0 && i / step < call.parties().size();
      cells[i] = life ? strokes.life() : " ";
    }
    if (from == to) {
      write(cells, Math.min(from * step + 2, Math.max(0, lanes - 4)), label(message));
      return String.join("", cells);
    }
    int start = Math.min(from, to) * step + 1;
    int end = Math.max(from, to) * step - 1;
    String line = message.carriedIn().isPresent() ? strokes.inner() : strokes.line();
    for (int i = start; i <= end; i++) {
      cells[i] = line;
    }
    if (from < to) {
      cells[end] = strokes.right();
    } else {
      cells[start] = strokes.left();
    }
    String label = " " + Plain.fitted(label(message), end - start - 5, strokes.cut()) + " ";
    write(cells, start + (end - start + 1 - label.length()) / 2, label);
    return String.join("", cells);
  }

  private static void write(String[] cells, int at, String text) {
    for (int i = 0; i < text.length() && at + i < cells.length; i++) {
      cells[at + i] = text.substring(i, i + 1);
    }
  }

  private String label(TracedMessage message) {
    String name = Plain.line(message.name());
    return call.protocols().size() > 1 ? message.protocol() + " " + name : name;
  }

  private void decoded(TracedMessage message) {
    String indent = " ".repeat(6);
    out.println(
        look.soft(
            indent
                + Parties.text(message.carriage().from())
                + " to "
                + Parties.text(message.carriage().to())
                + " over "
                + message.carriage().transport()
                + message.carriedIn().map(outer -> ", tunnelled in " + outer).orElse("")
                + packets(message)
                + ", "
                + message.octets().length()
                + " octets"));
    for (TreeRow row : TreeRow.of(message.tree())) {
      row(indent + "  ".repeat(Math.min(row.depth(), 40)), row);
    }
    if (look.octets()) {
      HexDump.of(message.octets(), MOST_DUMPED)
          .forEach(line -> out.println(look.soft(indent + line)));
    }
    out.println();
  }

  private static String packets(TracedMessage message) {
    List<String> all = new ArrayList<>();
    message.carriage().packets().forEach(packet -> all.add(Long.toString(packet)));
    return all.size() == 1 ? ", packet " + all.getFirst() : ", packets " + String.join(", ", all);
  }

  private void row(String indent, TreeRow row) {
    String name = Plain.line(row.name());
    String octets = HexDump.line(row.octets(), MOST_OCTETS);
    switch (row.mark()) {
      case READ -> {
        List<String> lines = row.text().lines().toList();
        if (lines.size() <= 1) {
          out.println(
              (indent + name + (row.text().isEmpty() ? "" : "  " + Plain.line(row.text().strip())))
                  .stripTrailing());
        } else {
          out.println(indent + name);
          lines.forEach(line -> out.println(indent + "  " + Plain.line(line)));
        }
      }
      case OPAQUE -> out.println(indent + name + "  " + octets);
      case UNKNOWN -> out.println(indent + look.strong(name + "  unknown") + "  " + octets);
      case MALFORMED ->
          out.println(
              indent
                  + look.bad(strokes.bad() + " " + name + "  " + Plain.line(row.text()))
                  + "  "
                  + octets);
    }
  }
}
