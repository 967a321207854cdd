package parley.core.suite;

import java.util.List;
import java.util.Optional;
import parley.core.judge.Clause;
import parley.core.judge.Judgement;

/**
 * What one case came to.
 *
 * @param record name of the capture it was judged from, empty where there is none
 */
public record CaseResult(
    CaseId id,
    String title,
    Area area,
    List<Clause> clauses,
    LifeCycle state,
    Optional<String> record,
    Judgement judgement) {
  public CaseResult {
    clauses = List.copyOf(clauses);
  }
}
