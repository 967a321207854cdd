package parley.core.report;

import java.util.Arrays;
import java.util.Locale;

/**
 * A figure over time as steps, drawn by the page as SVG. Shape alone tells it, so that it reads the
 * same in print and without colours.
 *
 * @param name with its unit
 * @param path of SVG, in a box of {@link #WIDTH} to {@link #HEIGHT}, from below
 * @param highest value, as text
 * @param length of the whole, as text
 */
public record Plot(String name, String path, String highest, String length) {
  public static final int WIDTH = 600;
  public static final int HEIGHT = 60;

  static Plot of(String name, double[] values, double secondsEach) {
    double highest = Arrays.stream(values).max().orElse(0);
    StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "M0 %d", HEIGHT));
    for (int i = 0; i < values.length; i++) {
      double height = highest > 0 ? HEIGHT * Math.max(0, values[i]) / highest : 0;
      path.append(
          String.format(
              Locale.ROOT,
              "V%.1fH%.1f",
              HEIGHT - height,
              (double) WIDTH * (i + 1) / values.length));
    }
    path.append(String.format(Locale.ROOT, "V%dZ", HEIGHT));
    return new Plot(
        name,
        path.toString(),
        String.format(
            Locale.ROOT, highest < 10 && highest != Math.rint(highest) ? "%.3f" : "%.0f", highest),
        String.format(Locale.ROOT, "%.0f s", values.length * secondsEach));
  }
}
