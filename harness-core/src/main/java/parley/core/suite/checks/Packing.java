package parley.core.suite.checks;

import java.util.List;
import java.util.stream.Collectors;
import parley.core.media.video.PayloadViolation;
import parley.core.suite.H264View;

/** How a stream was packed, for findings. */
final class Packing {
  /** Such as "12 SINGLE, 340 FU_A". */
  static String words(H264View view) {
    return view.tally().structures().entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  static List<Long> firstViolations(H264View view) {
    return view.tally().violations().stream().map(PayloadViolation::packet).limit(5).toList();
  }

  private Packing() {}
}
