package parley.core.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.core.suite.JudgedNotes.BAD;
import static parley.core.suite.JudgedNotes.CLOSED;
import static parley.core.suite.JudgedNotes.GOOD;
import static parley.core.suite.JudgedNotes.OPENED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.judge.Verdict;
import parley.core.plan.Plan;
import parley.core.plan.PlanOverride;
import parley.core.record.LabNote;

final class HealthOfTheHarnessTest {
  private static final Plan PLAN =
      JudgedNotes.plan(
          PlanOverride.yaml(
              "thresholds.health",
              "{late-ms: 20, late-count: 25, collection-ms: 500, cpu-percent: 90,"
                  + " dropped-packets: 2}"));

  static List<LabNote.Health> overOneLimit() {
    return List.of(
        new LabNote.Health(26, 41_000, 500, 90, 2),
        new LabNote.Health(25, 41_000, 501, 90, 2),
        new LabNote.Health(25, 41_000, 500, 91, 2),
        new LabNote.Health(25, 41_000, 500, 90, 3));
  }

  @ParameterizedTest
  @MethodSource("overOneLimit")
  void overAnyLimitTheVerdictIsErrorAndFindingsStay(LabNote.Health health) {
    for (LabNote found : List.of(GOOD, BAD)) {
      CaseResult result =
          JudgedNotes.judge(PLAN, new StimulusCase(), OPENED, found, health, CLOSED);
      assertEquals(Verdict.ERROR, result.judgement().verdict());
      assertTrue(
          result.judgement().reason().startsWith("the harness did not keep up: "),
          result.judgement().reason());
      assertEquals(1, result.judgement().findings().size());
    }
  }

  @Test
  void atItsLimitsTheHarnessIsStillFit() {
    CaseResult result =
        JudgedNotes.judge(
            PLAN,
            new StimulusCase(),
            OPENED,
            GOOD,
            new LabNote.Health(25, 41_000, 500, 90, 2),
            CLOSED);
    assertEquals(Verdict.PASS, result.judgement().verdict());
  }
}
