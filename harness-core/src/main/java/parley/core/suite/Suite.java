package parley.core.suite;

import java.util.List;
import java.util.Optional;
import parley.core.call.ProtectionPolicy;
import parley.core.plan.CaseSelection;
import parley.core.plan.Plan;
import parley.core.plan.PlanNames;
import parley.profiles.Loaded;
import parley.profiles.Problem;

/**
 * A plan bound to the cases it selects: what a run executes and what a judge needs beside the
 * captures.
 *
 * @param preflight the laboratory's own check, always first
 * @param cases the selected device cases in the order they run
 */
public record Suite(
    Plan plan, SignallingProtocol protocol, TestCase preflight, List<TestCase> cases) {
  public Suite {
    cases = List.copyOf(cases);
  }

  /** Binds the plan; an unknown protocol or case, or a plan without a target, is a problem. */
  public static Loaded<Suite> of(Plan plan, Catalogue catalogue) {
    if (plan.candidate().target().isEmpty()) {
      return Loaded.bad(
          Problem.of(
              "plan", "no candidate to call: name it on the command line or as candidate.target"));
    }
    var target = plan.candidate().target().get();
    Optional<SignallingProtocol> protocol = catalogue.protocol(target);
    if (protocol.isEmpty()) {
      return Loaded.bad(
          Problem.of(
              "plan",
              "'"
                  + target
                  + "': nothing here speaks '"
                  + target.scheme()
                  + "'; known: "
                  + String.join(", ", catalogue.schemes())));
    }
    if (plan.media().protection() == ProtectionPolicy.REQUIRED
        && !protocol.get().abilities().contains(Ability.MEDIA_PROTECTION)) {
      return Loaded.bad(
          Problem.of(
              "plan",
              "'protection': media cannot be protected over "
                  + target.scheme()
                  + " yet, so 'required' would fail every call; write none or when-possible"));
    }
    List<TestCase> all = catalogue.cases(protocol.get());
    List<Problem> unknown =
        PlanNames.unknown(
            "plan",
            plan,
            all.stream()
                .map(one -> new CaseSelection.Entry(one.id().toString(), one.area().name()))
                .toList(),
            Catalogue.checkNames(catalogue.everyCase()));
    if (!unknown.isEmpty()) {
      return new Loaded.Bad<>(unknown);
    }
    List<TestCase> selected =
        all.stream()
            .filter(one -> plan.suite().selects(one.id().toString(), one.area().name()))
            .toList();
    if (selected.isEmpty()) {
      return Loaded.bad(Problem.of("plan", "suite: no case is left to run"));
    }
    return Loaded.good(
        new Suite(
            plan.withSuite(exactly(selected)), protocol.get(), catalogue.preflight(), selected));
  }

  /** Names each case with its version: a later catalogue must not add to what was planned. */
  private static CaseSelection exactly(List<TestCase> selected) {
    return new CaseSelection(selected.stream().map(one -> one.id().toString()).toList(), List.of());
  }

  /** Preflight and cases: everything that is planned. */
  public List<TestCase> planned() {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(preflight), cases.stream())
        .toList();
  }
}
