package parley.core.tender;

import java.util.List;
import parley.profiles.Confidence;

/**
 * Whether one product meets one line. A cell rests on measurement or on what somebody says, never
 * on both.
 */
public sealed interface Cell {
  Standing standing();

  Confidence confidence();

  /**
   * Bundles decide it.
   *
   * @param bundles that were looked at
   * @param missing cases of the line that none of them ran to a verdict
   */
  record Measured(
      Standing standing, Confidence confidence, List<String> bundles, List<String> missing)
      implements Cell {
    public Measured {
      bundles = List.copyOf(bundles);
      missing = List.copyOf(missing);
    }
  }

  /**
   * Somebody says so.
   *
   * @param source who, or which document
   */
  record Claimed(Standing standing, Confidence confidence, String source) implements Cell {}

  /** Nothing is known. */
  record Blank() implements Cell {
    @Override
    public Standing standing() {
      return Standing.UNKNOWN;
    }

    @Override
    public Confidence confidence() {
      return Confidence.UNKNOWN;
    }
  }
}
