package parley.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.profiles.Loaded;
import parley.profiles.Problem;

final class PlanRoundTripTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatIsWrittenIsReadBackEqualAndWrittenTheSameAgain(long seed) {
    RandomPlan plans = new RandomPlan(new Random(seed));
    for (int round = 0; round < 40; round++) {
      Plan plan = plans.next();
      String yaml = plan.toYaml();
      Loaded<Plan> read = Plan.readEffective("plan.yaml", yaml);
      assertEquals(List.of(), read.problems(), yaml);
      assertEquals(plan, read.found().orElseThrow());
      assertEquals(yaml, read.found().orElseThrow().toYaml());
    }
  }

  @Test
  void theDefaultPlanSurvives() {
    Plan plan = Plan.standard();
    assertEquals(Loaded.good(plan), Plan.readEffective("plan.yaml", plan.toYaml()));
  }

  @Test
  void oddTextSurvivesOrIsRefusedButNeverThrows() {
    String yaml = Plan.standard().toYaml();
    for (String odd : List.of("\\ud800", "\\0", "\\x07", "\\u2028", "\\U0001f600")) {
      Loaded<Plan> read =
          Plan.readEffective("plan.yaml", yaml.replace("parley-out", "x" + odd + "y"));
      read.found()
          .ifPresent(
              plan ->
                  assertEquals(Loaded.good(plan), Plan.readEffective("again", plan.toYaml()), odd));
      assertEquals(read.found().isEmpty(), !read.problems().isEmpty());
    }
  }

  @Test
  void theOrderInTheUsersFileDoesNotMatter() throws IOException {
    Path one =
        Files.writeString(
            folder.resolve("one.yaml"), "output: x\nseverity: {B: info, A: warning}\n");
    Path other =
        Files.writeString(
            folder.resolve("two.yaml"), "severity: {A: warning, B: info}\noutput: x\n");
    assertEquals(load(one).toYaml(), load(other).toYaml());
  }

  @Test
  void anEffectivePlanIsNeverFilledUpFromDefaults() {
    String yaml = Plan.standard().toYaml().replaceAll("  intra-ms: .*\n", "");
    List<Problem> problems = Plan.readEffective("plan.yaml", yaml).problems();
    assertEquals(1, problems.size());
    assertEquals("'intra-ms' is missing in 'thresholds'", problems.getFirst().message());
    assertTrue(problems.getFirst().line() > 0);
  }

  private static Plan load(Path file) {
    return Plan.load(Optional.of(file), List.of()).shipped();
  }
}
