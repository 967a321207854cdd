package parley.profiles.tender;

import java.math.BigDecimal;

/**
 * A limit that a measured figure is held against.
 *
 * @param name of the figure or of the plan's threshold
 * @param atMost true where the figure may not be more, false where it may not be less
 * @param value the limit
 * @param unit such as {@code ms}; empty for a bare number
 */
public record Threshold(String name, boolean atMost, BigDecimal value, String unit) {
  /** {@code first-media-ms ≤ 2000 ms}. */
  public String text() {
    return name
        + (atMost ? " ≤ " : " ≥ ")
        + value.toPlainString()
        + (unit.isEmpty() ? "" : " " + unit);
  }
}
