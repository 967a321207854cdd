package parley.core.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import parley.profiles.Nearest;
import parley.profiles.Problem;

/**
 * Finds names in a plan that fit nothing. The plan is read before the catalogue is known, so this
 * comes after; it is pure and names no line.
 */
public final class PlanNames {
  private PlanNames() {}

  /**
   * Names of cases, areas and checks that do not exist.
   *
   * @param file how problems call the plan
   * @param catalogue all cases
   * @param checks names of all checks
   */
  public static List<Problem> unknown(
      String file, Plan plan, List<CaseSelection.Entry> catalogue, Collection<String> checks) {
    List<Problem> problems = new ArrayList<>();
    for (CaseSelection.Unknown entry : plan.suite().unknown(catalogue)) {
      problems.add(
          problem(
              file,
              "/suite",
              "no case or area fits '"
                  + entry.text()
                  + "'"
                  + (entry.nearest().isPresent() ? "" : "; 'parley cases' lists them"),
              entry.nearest()));
    }
    CaseSelection declared =
        new CaseSelection(List.copyOf(plan.candidate().notApplicable().keySet()), List.of());
    for (CaseSelection.Unknown entry : declared.unknown(catalogue)) {
      problems.add(
          problem(
              file,
              "/candidate/not-applicable",
              "no case is called '" + entry.text() + "'",
              entry.nearest()));
    }
    for (String check : new TreeSet<>(plan.severity().byCheck().keySet())) {
      if (!checks.contains(check)) {
        problems.add(
            problem(
                file,
                "/severity",
                "no check is called '" + check + "'",
                Nearest.to(check, checks)));
      }
    }
    return List.copyOf(problems);
  }

  private static Problem problem(
      String file, String path, String message, Optional<String> nearest) {
    String key = path.substring(path.lastIndexOf('/') + 1);
    return new Problem(
        file,
        0,
        0,
        path,
        "'"
            + key
            + "': "
            + message
            + nearest.map(near -> "; did you mean '" + near + "'?").orElse(""));
  }
}
