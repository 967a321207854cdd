package parley.core.suite.checks;

import java.util.List;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.media.codec.CodecUnavailable;
import parley.core.media.signal.TestPicture.Stamp;
import parley.core.record.Heading;
import parley.core.suite.CallView;
import parley.core.suite.DecodedVideo;
import parley.core.suite.H264View;

/**
 * What the candidate shows as content decodes to pictures, nine in ten of them at least. Where they
 * are a test picture of Parley's their numbers count up.
 */
public record EnsureContentDecodes() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("ITU-T H.264 §C.4");
  }

  @Override
  public Outcome examine(CallView call) {
    String expected = "content, nine in ten of its coded pictures decode without damage";
    if (call.answered().isEmpty()) {
      return new Outcome.Undecided(expected, "the call was not answered");
    }
    H264View view = H264View.of(call, MediaKind.CONTENT, Heading.RECEIVED);
    if (view.packets() == 0) {
      return new Outcome.Violated(
          expected,
          "no H.264 came as content",
          Inspected.messages(1),
          List.of(call.answered().get().packet()));
    }
    DecodedVideo decoded;
    try {
      decoded = DecodedVideo.of(view);
    } catch (CodecUnavailable absent) {
      return new Outcome.Undecided(expected, "not decoded here: " + absent.getMessage());
    }
    long coded = view.units().size();
    List<DecodedVideo.Shown> good =
        decoded.pictures().stream().filter(picture -> !picture.damaged()).toList();
    List<Integer> numbers =
        good.stream().flatMap(picture -> picture.stamp().stream()).map(Stamp::frame).toList();
    boolean counts = numbers.equals(numbers.stream().sorted().distinct().toList());
    return Outcome.of(
        !good.isEmpty() && good.size() * 10L >= coded * 9 && counts,
        expected,
        good.size() + " of " + coded + " decoded without damage" + words(good, numbers, counts),
        new Inspected(0, view.packets(), coded),
        List.of(view.units().getFirst().packets().getFirst()));
  }

  private static String words(
      List<DecodedVideo.Shown> good, List<Integer> numbers, boolean counts) {
    if (good.isEmpty()) {
      return "";
    }
    String size = ", " + good.getLast().width() + "x" + good.getLast().height();
    if (numbers.isEmpty()) {
      return size;
    }
    return size
        + ", numbers "
        + numbers.getFirst()
        + " to "
        + numbers.getLast()
        + (counts ? "" : " out of order");
  }
}
