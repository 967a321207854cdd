package parley.core.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.core.suite.JudgedNotes.BAD;
import static parley.core.suite.JudgedNotes.CLOSED;
import static parley.core.suite.JudgedNotes.GOOD;
import static parley.core.suite.JudgedNotes.OPENED;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.core.judge.Verdict;
import parley.core.plan.Plan;

final class InterruptedRecordTest {
  @Test
  void aRecordWithoutItsEndMarkIsInterruptedWhateverItShows() {
    CaseResult result = JudgedNotes.judge(OPENED, GOOD, BAD);
    assertEquals(LifeCycle.INTERRUPTED, result.state());
    assertEquals(Verdict.INCONCLUSIVE, result.judgement().verdict());
    assertEquals("the run was interrupted during this case", result.judgement().reason());
    assertEquals(Optional.of("records/CALL-STIMULUS.1.pcapng"), result.record());
  }

  @Test
  void aCaseWithoutARecordWasNotRun() {
    CaseResult result =
        SuiteJudge.judge(
            Plan.standard(), new NotesProtocol(), new StimulusCase(), Optional.empty());
    assertEquals(LifeCycle.INTERRUPTED, result.state());
    assertEquals(Verdict.INCONCLUSIVE, result.judgement().verdict());
    assertEquals("it was not run", result.judgement().reason());
    assertEquals(Optional.empty(), result.record());
  }

  @Test
  void theSameRecordWithItsEndMarkIsJudged() {
    CaseResult result = JudgedNotes.judge(OPENED, GOOD, CLOSED);
    assertEquals(LifeCycle.FINISHED, result.state());
    assertEquals(Verdict.PASS, result.judgement().verdict());
  }
}
