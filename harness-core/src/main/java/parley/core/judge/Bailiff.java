package parley.core.judge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Collects findings while a record is judged and turns them into a verdict by the rules of
 * judgement: no empty pass, severity from the plan, the laboratory's own fault is never the
 * device's.
 */
public final class Bailiff {
  private final Severities severities;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final Set<Flag> flags = EnumSet.noneOf(Flag.class);

  public Bailiff(Severities severities) {
    this.severities = severities;
  }

  /**
   * Lets the check look at the subject and keeps what it found. A check that is satisfied without
   * having looked at anything has decided nothing.
   */
  public <S> Outcome require(Check<? super S> check, S subject) {
    Outcome outcome = notEmpty(check.examine(subject));
    findings.add(new Finding(check.name(), check.clause(), severities.of(check), outcome));
    return outcome;
  }

  private static Outcome notEmpty(Outcome outcome) {
    return outcome instanceof Outcome.Satisfied satisfied && satisfied.inspected().nothing()
        ? new Outcome.Undecided(satisfied.expected(), "nothing was there to inspect")
        : outcome;
  }

  public void figure(Figure figure) {
    figures.add(figure);
  }

  public void flag(Flag flag) {
    flags.add(flag);
  }

  /** The verdict on what was found so far. */
  public Judgement conclude() {
    Inspected inspected =
        findings.stream()
            .map(finding -> finding.outcome().inspected())
            .reduce(Inspected.NOTHING, Inspected::plus);
    return new Judgement(
        verdict(inspected), reason(inspected), findings, figures, flags, inspected);
  }

  /**
   * The verdict when the laboratory failed or could not do its part: what was found stays visible.
   */
  public Judgement conclude(Verdict verdict, String reason) {
    Judgement found = conclude();
    return new Judgement(verdict, reason, findings, figures, flags, found.inspected());
  }

  private Verdict verdict(Inspected inspected) {
    if (violated(Severity.FAIL)) {
      return Verdict.FAIL;
    }
    if (inspected.nothing() || undecided()) {
      return Verdict.INCONCLUSIVE;
    }
    return violated(Severity.WARNING) ? Verdict.WARNING : Verdict.PASS;
  }

  private String reason(Inspected inspected) {
    for (Severity severity : List.of(Severity.FAIL, Severity.WARNING)) {
      for (Finding finding : findings) {
        if (finding.severity() == severity && finding.outcome() instanceof Outcome.Violated seen) {
          return "expected " + seen.expected() + "; saw " + seen.actual();
        }
        if (severity == Severity.FAIL
            && !violated(Severity.FAIL)
            && finding.severity() == Severity.FAIL
            && finding.outcome() instanceof Outcome.Undecided open) {
          return "could not decide whether " + open.expected() + ": " + open.actual();
        }
      }
    }
    return inspected.nothing() ? "nothing was there to inspect" : "all checks hold";
  }

  private boolean violated(Severity severity) {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.severity() == severity && finding.outcome() instanceof Outcome.Violated);
  }

  private boolean undecided() {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.severity() == Severity.FAIL
                    && finding.outcome() instanceof Outcome.Undecided);
  }
}
