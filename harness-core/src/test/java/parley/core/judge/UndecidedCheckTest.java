package parley.core.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class UndecidedCheckTest {
  @Test
  void oneUndecidedCheckLeavesTheCaseOpen() {
    Judgement judgement =
        FixedCheck.judge(
            Severities.ALL_FAIL, FixedCheck.satisfied("EnsureA"), FixedCheck.undecided("EnsureB"));
    assertEquals(Verdict.INCONCLUSIVE, judgement.verdict());
    assertEquals("could not decide whether good: EnsureB was not there", judgement.reason());
  }

  @Test
  void aViolationOutweighsWhatIsUndecided() {
    Judgement judgement =
        FixedCheck.judge(
            Severities.ALL_FAIL, FixedCheck.undecided("EnsureA"), FixedCheck.violated("EnsureB"));
    assertEquals(Verdict.FAIL, judgement.verdict());
    assertEquals("expected good; saw EnsureB bad", judgement.reason());
  }

  @Test
  void aCheckThatOnlyWarnsMayStayUndecided() {
    Judgement judgement =
        FixedCheck.judge(
            new Severities(Map.of("EnsureB", Severity.WARNING)),
            FixedCheck.satisfied("EnsureA"),
            FixedCheck.undecided("EnsureB"));
    assertEquals(Verdict.PASS, judgement.verdict());
  }

  @Test
  void anUndecidedCheckOutweighsAWarning() {
    Judgement judgement =
        FixedCheck.judge(
            new Severities(Map.of("EnsureA", Severity.WARNING)),
            FixedCheck.violated("EnsureA"),
            FixedCheck.undecided("EnsureB"));
    assertEquals(Verdict.INCONCLUSIVE, judgement.verdict());
    assertEquals("could not decide whether good: EnsureB was not there", judgement.reason());
  }
}
