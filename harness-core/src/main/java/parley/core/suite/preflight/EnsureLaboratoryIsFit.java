package parley.core.suite.preflight;

import java.util.List;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.LabNote;

/**
 * One check of the laboratory held.
 *
 * @param packet the remark that tells of it
 */
record EnsureLaboratoryIsFit(long packet) implements Check<LabNote.LabCheck> {
  @Override
  public Clause clause() {
    return Clause.of("ISO/IEC 17025:2017 §6.4");
  }

  @Override
  public Outcome examine(LabNote.LabCheck check) {
    return Outcome.of(
        check.holds(),
        check.name() + ": " + check.expected(),
        check.actual(),
        Inspected.messages(1),
        List.of(packet));
  }
}
