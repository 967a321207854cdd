package parley.core.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SeverityOfThePlanTest {
  private static Judgement judge(Map<String, Severity> severities) {
    return FixedCheck.judge(
        new Severities(severities),
        FixedCheck.satisfied("EnsureA"),
        FixedCheck.violated("EnsureB"));
  }

  @Test
  void aViolationFailsWhereThePlanSaysNothing() {
    assertEquals(Verdict.FAIL, judge(Map.of("EnsureA", Severity.INFO)).verdict());
  }

  @Test
  void aViolationWarnsWhereThePlanSaysSo() {
    Judgement judgement = judge(Map.of("EnsureB", Severity.WARNING));
    assertEquals(Verdict.WARNING, judgement.verdict());
    assertEquals("expected good; saw EnsureB bad", judgement.reason());
  }

  @Test
  void aViolationThatOnlyInformsStaysVisibleInAPass() {
    Judgement judgement = judge(Map.of("EnsureB", Severity.INFO));
    assertEquals(Verdict.PASS, judgement.verdict());
    assertEquals(
        List.of("EnsureA FAIL", "EnsureB INFO"),
        judgement.findings().stream()
            .map(finding -> finding.check() + " " + finding.severity())
            .toList());
  }

  @Test
  void aFailureIsGivenAsTheReasonBeforeAnEarlierWarning() {
    Judgement judgement =
        FixedCheck.judge(
            new Severities(Map.of("EnsureA", Severity.WARNING)),
            FixedCheck.violated("EnsureA"),
            FixedCheck.violated("EnsureB"));
    assertEquals(Verdict.FAIL, judgement.verdict());
    assertEquals("expected good; saw EnsureB bad", judgement.reason());
  }

  @Test
  void theLaboratorysVerdictKeepsFindingsFiguresAndFlags() {
    Bailiff bailiff = new Bailiff(Severities.ALL_FAIL);
    var _ = bailiff.require(FixedCheck.violated("EnsureA"), 0);
    Figure figure = new Figure("lost", "3", "packets", 100);
    bailiff.figure(figure);
    bailiff.flag(Flag.SIMULATED);
    Judgement judgement = bailiff.conclude(Verdict.ERROR, "the harness did not keep up");
    assertEquals(Verdict.ERROR, judgement.verdict());
    assertEquals("the harness did not keep up", judgement.reason());
    assertEquals(1, judgement.findings().size());
    assertEquals(List.of(figure), judgement.figures());
    assertEquals(Set.of(Flag.SIMULATED), judgement.flags());
    assertEquals(FixedCheck.SOME, judgement.inspected());
  }
}
