package parley.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.profiles.Problem;

final class PlanNamesTest {
  private static final List<CaseSelection.Entry> CATALOGUE =
      List.of(
          new CaseSelection.Entry("CALL-HOLD.1", "CALL"),
          new CaseSelection.Entry("VIDEO-H264-LEVEL.1", "VIDEO"));

  /** Checks of the catalogue: the default plan's own, and one more. */
  private static final Set<String> CHECKS =
      Set.of(
          "EnsureOrder",
          "EnsureEmptyPacketIsSurvived",
          "EnsureOfferOrderIsHonoured",
          "EnsureProgressIsShown");

  @Test
  void namesEveryCaseAndCheckThatDoesNotExist() {
    Plan plan =
        Plan.load(
                java.util.Optional.empty(),
                List.of(
                    PlanOverride.yaml("suite.exclude", "[CALL-HOLDS, video]"),
                    PlanOverride.yaml("candidate.not-applicable", "{CALL-HLOD: not built in}"),
                    PlanOverride.yaml("severity", "{EnsureOrder: info, EnsureOdrer: info}")))
            .shipped();
    assertEquals(
        List.of(
            "my.yaml: 'suite': no case or area fits 'CALL-HOLDS'; did you mean 'CALL-HOLD'?",
            "my.yaml: 'not-applicable': no case is called 'CALL-HLOD'; did you mean 'CALL-HOLD'?",
            "my.yaml: 'severity': no check is called 'EnsureOdrer'; did you mean 'EnsureOrder'?"),
        PlanNames.unknown("my.yaml", plan, CATALOGUE, CHECKS).stream()
            .map(Problem::toString)
            .toList());
  }

  @Test
  void aPlanWhoseNamesAllExistHasNoProblem() {
    assertEquals(List.of(), PlanNames.unknown("my.yaml", Plan.standard(), CATALOGUE, CHECKS));
  }
}
