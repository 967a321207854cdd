package parley.core.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.core.plan.Plan;
import parley.core.plan.PlanOverride;
import parley.core.record.LabNote;
import parley.core.record.Packet;

/** Judges records that are made of remarks. */
final class JudgedNotes {
  static final LabNote OPENED = new LabNote.CaseOpened(StimulusCase.NAME, "Parley test");
  static final LabNote CLOSED = new LabNote.CaseClosed(StimulusCase.NAME);
  static final LabNote GOOD = new LabNote.Stimulus("good", Map.of());
  static final LabNote BAD = new LabNote.Stimulus("bad", Map.of());

  static Plan plan(PlanOverride... overrides) {
    return Plan.load(Optional.empty(), List.of(overrides)).shipped();
  }

  static CaseResult judge(Plan plan, TestCase testCase, LabNote... notes) {
    return SuiteJudge.judge(plan, new NotesProtocol(), testCase, Optional.of(packets(notes)));
  }

  static CaseResult judge(LabNote... notes) {
    return judge(Plan.standard(), new StimulusCase(), notes);
  }

  static List<Packet> packets(LabNote... notes) {
    List<Packet> packets = new ArrayList<>();
    for (LabNote note : notes) {
      long number = packets.size() + 1L;
      packets.add(new Packet.Remark(number, number * 1_000_000, note));
    }
    return packets;
  }

  private JudgedNotes() {}
}
