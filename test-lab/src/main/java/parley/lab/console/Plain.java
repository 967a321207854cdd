package parley.lab.console;

/** Text from the wire as a terminal may be given it. */
public final class Plain {
  private Plain() {}

  /** Without what would steer a terminal or turn its writing round; one line. */
  public static String line(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "\ufffd");
  }

  /** As it is where it fits into {@code width} characters, else cut and marked. */
  public static String fitted(String text, int width, String mark) {
    if (text.codePointCount(0, text.length()) <= width) {
      return text;
    }
    int kept = Math.max(0, width - mark.length());
    return text.substring(0, text.offsetByCodePoints(0, kept)) + mark;
  }

  /** Filled up with blanks to {@code width}. */
  public static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
  }
}
