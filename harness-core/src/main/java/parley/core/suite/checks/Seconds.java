package parley.core.suite.checks;

import java.util.Locale;

/** How times are printed in findings and figures. */
final class Seconds {
  /** Milliseconds with one digit: "12.3". */
  static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
  }

  private Seconds() {}
}
