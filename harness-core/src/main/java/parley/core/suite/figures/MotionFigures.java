package parley.core.suite.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import parley.core.judge.Figure;
import parley.core.quality.motion.FrameCounts;
import parley.core.quality.motion.FrameRate;
import parley.core.quality.motion.Freezes;
import parley.core.quality.motion.MotionDelay;
import parley.core.quality.motion.Showing;
import parley.core.quality.motion.Showing.BurntIn;
import parley.core.suite.CallView;
import parley.core.suite.DecodedVideo;

/**
 * How the pictures that came would have moved on a screen that shows each when its first packet is
 * there.
 */
final class MotionFigures {
  private MotionFigures() {}

  static List<Figure> of(CallView call, long units, List<DecodedVideo.Shown> decoded) {
    List<Showing> pictures =
        decoded.stream()
            .map(MotionFigures::showing)
            .sorted(Comparator.comparingLong(Showing::nanos))
            .toList();
    List<Figure> figures = new ArrayList<>();
    Freezes freezes = Freezes.of(pictures);
    figures.add(
        new Figure("freezes", Integer.toString(freezes.all().size()), "freezes", freezes.times()));
    figures.add(millis("time frozen", freezes.nanos() / 1e6, freezes.times()));
    FrameRate rate = FrameRate.of(pictures);
    rate.spread()
        .ifPresent(
            spread -> {
              figures.add(perSecond("pictures a second, mean", spread.mean(), spread.count()));
              figures.add(perSecond("pictures a second, least", spread.least(), spread.count()));
            });
    figures.add(
        new Figure(
            "changes of picture size",
            Integer.toString(rate.changes().size()),
            "changes",
            pictures.size()));
    call.answered()
        .ifPresent(
            answered -> {
              OptionalLong first = MotionDelay.toFirst(pictures, answered.timeNanos());
              if (first.isPresent()) {
                figures.add(millis("first picture after the answer", first.getAsLong() / 1e6, 1));
              }
            });
    FrameCounts counts = FrameCounts.of(OptionalLong.empty(), units, pictures);
    counts
        .shown()
        .ifPresent(
            shown ->
                figures.add(
                    new Figure(
                        "different pictures by their number",
                        Long.toString(shown),
                        "pictures",
                        counts.decoded())));
    counts
        .missing()
        .ifPresent(
            missing ->
                figures.add(
                    new Figure(
                        "pictures missing by their number",
                        Long.toString(missing),
                        "pictures",
                        counts.decoded())));
    return figures;
  }

  private static Showing showing(DecodedVideo.Shown shown) {
    return new Showing(
        shown.nanos(),
        shown.width(),
        shown.height(),
        shown.stamp().map(stamp -> new BurntIn(stamp.frame(), stamp.millis())));
  }

  private static Figure millis(String name, double value, long count) {
    return new Figure(name, String.format(Locale.ROOT, "%.1f", value), "ms", count);
  }

  private static Figure perSecond(String name, double value, long count) {
    return new Figure(name, String.format(Locale.ROOT, "%.1f", value), "1/s", count);
  }
}
