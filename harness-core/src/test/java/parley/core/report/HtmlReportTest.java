package parley.core.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.core.judge.Clause;
import parley.core.judge.Finding;
import parley.core.judge.Flag;
import parley.core.judge.Inspected;
import parley.core.judge.Judgement;
import parley.core.judge.Outcome;
import parley.core.judge.Severity;
import parley.core.judge.Verdict;
import parley.core.plan.Plan;
import parley.core.suite.Area;
import parley.core.suite.CaseId;
import parley.core.suite.CaseResult;
import parley.core.suite.LifeCycle;
import parley.core.suite.RunLog;
import parley.core.suite.SuiteResult;

class HtmlReportTest {
  private static final String HOSTILE = "<script>alert(1)</script>\" onload='x' &amp;";

  @Test
  void textFromTheWireCannotChangeThePage() {
    String page = page(result(HOSTILE, true, LifeCycle.FINISHED, HOSTILE), "signed by " + HOSTILE);
    assertFalse(page.contains("<script>"), page);
    assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
  }

  @Test
  void saysThatADeviceWasASimulator() {
    assertTrue(
        page(result("x", true, LifeCycle.FINISHED, "fine"), "signed").contains("Simulated."));
    assertFalse(
        page(result("x", false, LifeCycle.FINISHED, "fine"), "signed").contains("Simulated."));
  }

  @Test
  void saysThatNobodyVouchesForTheTime() {
    SuiteResult result = result("x", false, LifeCycle.FINISHED, "fine");
    assertTrue(page(result, "signed by me; untimestamped: nobody").contains("Untimestamped."));
    assertFalse(page(result, "signed by me; time stamp by them").contains("Untimestamped."));
  }

  @Test
  void saysFirstThatCasesAreMissing() {
    String page = page(result("x", false, LifeCycle.INTERRUPTED, "stopped"), "signed");
    assertTrue(page.contains("This run is not complete: 1 of 1 planned cases"), page);
    assertTrue(page.contains("INTERRUPTED"), page);
  }

  @Test
  void namesClauseExpectedActualAndPacketsOfAFailure() {
    String page = page(result("x", false, LifeCycle.FINISHED, "saw nothing"), "signed");
    for (String part : List.of("RFC 3264 §6", "a line", "saw nothing", "17, 18", "FAILS")) {
      assertTrue(page.contains(part), part);
    }
  }

  private static String page(SuiteResult result, String validity) {
    Instant began = Instant.parse("2026-11-23T10:00:00Z");
    return HtmlReport.write(
        result,
        Plan.standard(),
        "Parley",
        RunLog.begin(began).end(began.plusSeconds(7), Optional.empty()),
        validity);
  }

  private static SuiteResult result(
      String name, boolean simulated, LifeCycle state, String actual) {
    Clause clause = Clause.of("RFC 3264 §6");
    Finding finding =
        new Finding(
            "EnsureSomething",
            clause,
            Severity.FAIL,
            new Outcome.Violated("a line", actual, Inspected.messages(2), List.of(17L, 18L)));
    Judgement judgement =
        new Judgement(
            Verdict.FAIL,
            "expected a line; saw " + actual,
            List.of(finding),
            List.of(),
            simulated ? Set.of(Flag.SIMULATED) : Set.of(),
            Inspected.messages(2));
    return new SuiteResult(
        name,
        Optional.of(name),
        simulated,
        List.of(
            new CaseResult(
                CaseId.of("SOME-CASE.1"),
                name,
                Area.CALL,
                List.of(clause),
                state,
                Optional.of("records/SOME-CASE.1.pcapng"),
                judgement)));
  }
}
