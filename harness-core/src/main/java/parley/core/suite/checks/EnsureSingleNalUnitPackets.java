package parley.core.suite.checks;

import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.media.video.PayloadStructure;
import parley.core.suite.H264View;

/** Where packetization-mode 0 was agreed every packet holds one NAL unit. */
public record EnsureSingleNalUnitPackets() implements Check<H264View> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 6184 §6.2");
  }

  @Override
  public Outcome examine(H264View view) {
    String expected = "single NAL unit packets only";
    if (view.packets() == 0) {
      return new Outcome.Undecided(expected, "the candidate sent no H.264");
    }
    return Outcome.of(
        view.tally().count(PayloadStructure.SINGLE) == view.packets(),
        expected,
        Packing.words(view),
        Inspected.packets(view.packets()),
        Packing.firstViolations(view));
  }
}
