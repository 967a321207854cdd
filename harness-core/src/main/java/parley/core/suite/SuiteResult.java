package parley.core.suite;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.core.judge.Verdict;

/**
 * All verdicts of a run. Planned = executed + not applicable + interrupted, always: the counts are
 * taken from the results and nothing can fall between them.
 *
 * @param candidate how the plan names the device
 * @param product how the device named itself on the wire, empty where it did not
 * @param simulated true where the device was a simulator
 * @param results one for each planned case, the laboratory's own check first
 */
public record SuiteResult(
    String candidate, Optional<String> product, boolean simulated, List<CaseResult> results) {
  public SuiteResult {
    results = List.copyOf(results);
  }

  /** Planned cases, what became of them, and verdicts of those that were executed. */
  public record Counts(
      int planned,
      int executed,
      int notApplicable,
      int interrupted,
      int pass,
      int warning,
      int fail,
      int inconclusive,
      int error) {
    public boolean complete() {
      return interrupted == 0 && planned == executed + notApplicable;
    }
  }

  public Counts counts() {
    int notApplicable = 0;
    int interrupted = 0;
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    for (CaseResult result : results) {
      Verdict verdict = result.judgement().verdict();
      if (result.state() != LifeCycle.FINISHED) {
        interrupted++;
      } else if (verdict == Verdict.NOT_APPLICABLE) {
        notApplicable++;
      } else {
        verdicts.merge(verdict, 1, Integer::sum);
      }
    }
    return new Counts(
        results.size(),
        results.size() - notApplicable - interrupted,
        notApplicable,
        interrupted,
        verdicts.getOrDefault(Verdict.PASS, 0),
        verdicts.getOrDefault(Verdict.WARNING, 0),
        verdicts.getOrDefault(Verdict.FAIL, 0),
        verdicts.getOrDefault(Verdict.INCONCLUSIVE, 0),
        verdicts.getOrDefault(Verdict.ERROR, 0));
  }
}
