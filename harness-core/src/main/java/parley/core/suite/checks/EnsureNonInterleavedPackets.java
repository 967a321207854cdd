package parley.core.suite.checks;

import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.media.video.PayloadStructure;
import parley.core.suite.H264View;

/** Where packetization-mode 1 was agreed packets are single NAL units, STAP-A or FU-A. */
public record EnsureNonInterleavedPackets() implements Check<H264View> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 6184 §6.3");
  }

  @Override
  public Outcome examine(H264View view) {
    String expected =
        "single NAL unit, STAP-A and FU-A packets only, put together without an error";
    if (view.packets() == 0) {
      return new Outcome.Undecided(expected, "the candidate sent no H.264");
    }
    long allowed =
        view.tally().count(PayloadStructure.SINGLE)
            + view.tally().count(PayloadStructure.STAP_A)
            + view.tally().count(PayloadStructure.FU_A);
    return Outcome.of(
        allowed == view.packets() && view.tally().violationCount() == 0,
        expected,
        Packing.words(view)
            + (view.tally().violations().isEmpty()
                ? ""
                : "; " + view.tally().violations().getFirst()),
        Inspected.packets(view.packets()),
        Packing.firstViolations(view));
  }
}
