package parley.core.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import parley.core.judge.Clause;

/** A case that says of itself what it is; what is left to write is stimulus and judgement. */
public abstract class DescribedCase implements TestCase {
  private final CaseId id;
  private final Area area;
  private final String title;
  private final List<Clause> clauses;
  private final Set<Need> needs;

  /**
   * @param id such as {@code CALL-HOLD.1}
   * @param title what a device that passes does, as a sentence
   * @param clauses such as "RFC 3264 §8.4"
   */
  protected DescribedCase(String id, Area area, String title, List<String> clauses, Need... needs) {
    this.id = CaseId.of(id);
    this.area = area;
    this.title = title;
    this.clauses = clauses.stream().map(Clause::of).toList();
    this.needs = Set.copyOf(Arrays.asList(needs));
  }

  @Override
  public final CaseId id() {
    return id;
  }

  @Override
  public final String title() {
    return title;
  }

  @Override
  public final Area area() {
    return area;
  }

  @Override
  public final List<Clause> clauses() {
    return clauses;
  }

  @Override
  public final Set<Need> needs() {
    return needs;
  }
}
