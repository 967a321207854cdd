package parley.lab.trace;

/**
 * How a trace is written.
 *
 * @param width characters of a line
 * @param verbose whether every message is shown decoded
 * @param octets whether its octets are shown too
 */
public record Look(Strokes strokes, int width, boolean colour, boolean verbose, boolean octets) {
  private static final String END = "\u001b[0m";

  String strong(String text) {
    return paint("\u001b[1m", text);
  }

  String soft(String text) {
    return paint("\u001b[2m", text);
  }

  String bad(String text) {
    return paint("\u001b[31m", text);
  }

  private String paint(String start, String text) {
    return colour ? start + text + END : text;
  }
}
