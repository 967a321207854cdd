package parley.core.suite;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Bailiff;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.LabNote;
import parley.core.record.Packet;

/** A case that passes where its record holds the stimulus "good" and no "bad". */
final class StimulusCase extends DescribedCase {
  static final String NAME = "CALL-STIMULUS.1";

  StimulusCase(Area area) {
    super(NAME, area, "Only good things happen", List.of("RFC 3261 §1"));
  }

  StimulusCase() {
    this(Area.CALL);
  }

  @Override
  public void exercise(Bench bench) {
    bench.stimulus("good");
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    var _ = bailiff.require(new EnsureOnlyGood(), record);
  }

  private record EnsureOnlyGood() implements Check<CaseRecord> {
    @Override
    public Clause clause() {
      return Clause.of("RFC 3261 §1");
    }

    @Override
    public Outcome examine(CaseRecord record) {
      Inspected inspected = Inspected.messages(record.notes(LabNote.Stimulus.class).size());
      Optional<Packet.Remark> bad = record.stimulus("bad");
      return Outcome.of(
          bad.isEmpty(),
          "only good",
          bad.isEmpty() ? "so it was" : "bad",
          inspected,
          bad.stream().map(Packet.Remark::number).toList());
    }
  }
}
