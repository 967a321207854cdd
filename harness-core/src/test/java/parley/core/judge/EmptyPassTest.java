package parley.core.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

final class EmptyPassTest {
  @Test
  void aCaseWithoutAnyCheckIsInconclusive() {
    Judgement judgement = FixedCheck.judge(Severities.ALL_FAIL);
    assertEquals(Verdict.INCONCLUSIVE, judgement.verdict());
    assertEquals("nothing was there to inspect", judgement.reason());
  }

  @Test
  void aCheckSatisfiedByNothingIsUndecided() {
    Judgement judgement =
        FixedCheck.judge(Severities.ALL_FAIL, FixedCheck.satisfiedByNothing("EnsureQuiet"));
    assertEquals(Verdict.INCONCLUSIVE, judgement.verdict());
    assertInstanceOf(Outcome.Undecided.class, judgement.findings().getFirst().outcome());
  }

  @Test
  void whatOtherChecksLookedAtDoesNotMakeUpForIt() {
    Judgement judgement =
        FixedCheck.judge(
            Severities.ALL_FAIL,
            FixedCheck.satisfied("EnsureAnswered"),
            FixedCheck.satisfiedByNothing("EnsureQuiet"));
    assertEquals(Verdict.INCONCLUSIVE, judgement.verdict());
    assertEquals(
        "could not decide whether none late: nothing was there to inspect", judgement.reason());
  }

  @Test
  void aPassSaysHowMuchWasInspectedByAllChecksTogether() {
    Judgement judgement =
        FixedCheck.judge(
            Severities.ALL_FAIL, FixedCheck.satisfied("EnsureA"), FixedCheck.satisfied("EnsureB"));
    assertEquals(Verdict.PASS, judgement.verdict());
    assertEquals("all checks hold", judgement.reason());
    assertEquals(new Inspected(2, 40, 6), judgement.inspected());
  }
}
