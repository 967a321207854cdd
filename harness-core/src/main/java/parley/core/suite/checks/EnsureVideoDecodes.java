package parley.core.suite.checks;

import java.util.List;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.media.codec.CodecUnavailable;
import parley.core.suite.CallView;
import parley.core.suite.DecodedVideo;
import parley.core.suite.H264View;

/** What the candidate sends as H.264 decodes to pictures, nine in ten of them at least. */
public record EnsureVideoDecodes() implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("ITU-T H.264 §C.4");
  }

  @Override
  public Outcome examine(CallView call) {
    String expected = "nine in ten coded pictures decode without damage";
    H264View view = H264View.of(call);
    if (view.packets() == 0) {
      return new Outcome.Undecided(expected, "the candidate sent no H.264");
    }
    DecodedVideo decoded;
    try {
      decoded = DecodedVideo.of(view);
    } catch (CodecUnavailable absent) {
      return new Outcome.Undecided(expected, "not decoded here: " + absent.getMessage());
    }
    long coded = view.units().size();
    long good = decoded.pictures().stream().filter(picture -> !picture.damaged()).count();
    return Outcome.of(
        good > 0 && good * 10 >= coded * 9,
        expected,
        good + " of " + coded + " decoded without damage",
        new Inspected(0, view.packets(), coded),
        List.of(view.units().getFirst().packets().getFirst()));
  }
}
