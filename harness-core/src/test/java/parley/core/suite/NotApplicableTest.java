package parley.core.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.core.suite.JudgedNotes.BAD;
import static parley.core.suite.JudgedNotes.CLOSED;
import static parley.core.suite.JudgedNotes.OPENED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.judge.Verdict;
import parley.core.plan.Plan;
import parley.core.plan.PlanOverride;

final class NotApplicableTest {
  @ParameterizedTest
  @ValueSource(strings = {"CALL-STIMULUS", "CALL-STIMULUS.1"})
  void aCaseDeclaredNotToApplyIsNotJudgedAndSaysWhy(String declared) {
    CaseResult result = judge(declared);
    assertEquals(LifeCycle.FINISHED, result.state());
    assertEquals(Verdict.NOT_APPLICABLE, result.judgement().verdict());
    assertEquals("declared by the plan: audio only", result.judgement().reason());
  }

  @Test
  void aDeclarationForAnotherVersionDoesNotCount() {
    assertEquals(Verdict.FAIL, judge("CALL-STIMULUS.2").judgement().verdict());
  }

  private static CaseResult judge(String declared) {
    Plan plan =
        JudgedNotes.plan(
            PlanOverride.yaml("candidate.not-applicable", "{" + declared + ": audio only}"));
    return JudgedNotes.judge(plan, new StimulusCase(), OPENED, BAD, CLOSED);
  }
}
