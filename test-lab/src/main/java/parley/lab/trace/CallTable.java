package parley.lab.trace;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import parley.core.trace.TracedCall;
import parley.lab.console.Plain;

/** Every dialogue of a capture, one a line. */
public final class CallTable {
  private static final String ROW = "%4s  %8s  %-12s  %-16s  %8s  %9s  ";

  private CallTable() {}

  public static void print(List<Selection.Numbered> calls, Look look, PrintWriter out) {
    String head =
        String.format(
            Locale.ROOT, ROW, "no.", "packet", "kind", "protocol", "messages", "malformed");
    out.println(look.soft(head + "what"));
    for (Selection.Numbered one : calls) {
      TracedCall call = one.call();
      String row =
          String.format(
              Locale.ROOT,
              ROW,
              one.number(),
              call.messages().getFirst().packet(),
              kind(call),
              Plain.fitted(String.join(", ", call.protocols()), 16, look.strokes().cut()),
              call.messages().size(),
              call.malformed() == 0 ? "" : Long.toString(call.malformed()));
      int left = Math.max(24, look.width() - row.length());
      String title = Plain.fitted(Plain.line(call.title()), left, look.strokes().cut());
      out.println(call.malformed() == 0 ? row + title : look.bad(row + title));
    }
  }

  static String kind(TracedCall call) {
    return call.kind().name().toLowerCase(Locale.ROOT);
  }
}
