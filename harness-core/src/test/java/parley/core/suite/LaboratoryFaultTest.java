package parley.core.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.core.suite.JudgedNotes.BAD;
import static parley.core.suite.JudgedNotes.CLOSED;
import static parley.core.suite.JudgedNotes.GOOD;
import static parley.core.suite.JudgedNotes.OPENED;

import org.junit.jupiter.api.Test;
import parley.core.judge.Verdict;
import parley.core.plan.Plan;
import parley.core.record.LabNote;

final class LaboratoryFaultTest {
  @Test
  void aFaultOfTheLaboratoryIsNeverTheDevices() {
    CaseResult result =
        JudgedNotes.judge(OPENED, BAD, new LabNote.LabFault("no media ports"), CLOSED);
    assertEquals(LifeCycle.FINISHED, result.state());
    assertEquals(Verdict.ERROR, result.judgement().verdict());
    assertEquals("no media ports", result.judgement().reason());
  }

  @Test
  void whatTheDeviceDidNotDoIsNoFaultOfTheLaboratory() {
    CaseResult result =
        JudgedNotes.judge(OPENED, GOOD, new LabNote.Difficulty("no answer"), CLOSED);
    assertEquals(Verdict.PASS, result.judgement().verdict());
  }

  @Test
  void aLaboratoryThatFailsItsOwnCheckIsInError() {
    TestCase preflight = new StimulusCase(Area.LABORATORY);
    assertEquals(
        Verdict.ERROR,
        JudgedNotes.judge(Plan.standard(), preflight, OPENED, BAD, CLOSED).judgement().verdict());
    assertEquals(Verdict.FAIL, JudgedNotes.judge(OPENED, BAD, CLOSED).judgement().verdict());
  }
}
