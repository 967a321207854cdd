package parley.lab.run;

/** Colours of verdicts on a terminal; the words say the same without them. */
public final class Colours {
  private static final String END = "\u001b[0m";

  /** The verdict padded to {@code width}, coloured where colours are welcome. */
  public static String verdict(String verdict, int width, boolean colour) {
    String padded = verdict + " ".repeat(Math.max(0, width - verdict.length()));
    if (!colour) {
      return padded;
    }
    return switch (verdict) {
      case "PASS" -> "\u001b[32m" + padded + END;
      case "FAIL", "ERROR" -> "\u001b[31m" + padded + END;
      case "WARNING" -> "\u001b[33m" + padded + END;
      default -> "\u001b[36m" + padded + END;
    };
  }

  private Colours() {}
}
