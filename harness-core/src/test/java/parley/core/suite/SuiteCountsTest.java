package parley.core.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.judge.Bailiff;
import parley.core.judge.Severities;
import parley.core.judge.Verdict;

final class SuiteCountsTest {
  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @Test
  void countsEachResultWhereItBelongs() {
    SuiteResult.Counts counts =
        counts(
            List.of(
                result(LifeCycle.FINISHED, Verdict.PASS),
                result(LifeCycle.FINISHED, Verdict.PASS),
                result(LifeCycle.FINISHED, Verdict.FAIL),
                result(LifeCycle.FINISHED, Verdict.WARNING),
                result(LifeCycle.FINISHED, Verdict.INCONCLUSIVE),
                result(LifeCycle.FINISHED, Verdict.ERROR),
                result(LifeCycle.FINISHED, Verdict.NOT_APPLICABLE),
                result(LifeCycle.INTERRUPTED, Verdict.INCONCLUSIVE)));
    assertEquals(new SuiteResult.Counts(8, 6, 1, 1, 2, 1, 1, 1, 1), counts);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingFallsBetweenTheCounts(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<CaseResult> results = new ArrayList<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      results.add(
          result(any(List.of(LifeCycle.values()), random), any(List.of(Verdict.values()), random)));
    }
    SuiteResult.Counts counts = counts(results);
    assertEquals(
        counts.planned(), counts.executed() + counts.notApplicable() + counts.interrupted());
    assertEquals(results.size(), counts.planned());
    assertEquals(
        counts.executed(),
        counts.pass() + counts.warning() + counts.fail() + counts.inconclusive() + counts.error());
    assertEquals(
        results.stream().allMatch(one -> one.state() == LifeCycle.FINISHED), counts.complete());
  }

  private static <T> T any(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }

  private static SuiteResult.Counts counts(List<CaseResult> results) {
    return new SuiteResult("candidate", Optional.empty(), true, results).counts();
  }

  private static CaseResult result(LifeCycle state, Verdict verdict) {
    return new CaseResult(
        CaseId.of(StimulusCase.NAME),
        "title",
        Area.CALL,
        List.of(),
        state,
        Optional.empty(),
        new Bailiff(Severities.ALL_FAIL).conclude(verdict, "as the test says"));
  }
}
