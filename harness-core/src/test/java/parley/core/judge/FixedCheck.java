package parley.core.judge;

import java.util.List;

/** A check that finds what the test says. */
record FixedCheck(String name, Outcome outcome) implements Check<Integer> {
  static final Inspected SOME = new Inspected(1, 20, 3);

  static FixedCheck satisfied(String name) {
    return new FixedCheck(name, new Outcome.Satisfied("good", "good", SOME, List.of(1L)));
  }

  static FixedCheck satisfiedByNothing(String name) {
    return new FixedCheck(
        name, new Outcome.Satisfied("none late", "none", Inspected.NOTHING, List.of()));
  }

  static FixedCheck violated(String name) {
    return new FixedCheck(name, new Outcome.Violated("good", name + " bad", SOME, List.of(2L)));
  }

  static FixedCheck undecided(String name) {
    return new FixedCheck(name, new Outcome.Undecided("good", name + " was not there"));
  }

  @Override
  public Clause clause() {
    return Clause.of("RFC 3264 §6.1");
  }

  @Override
  public Outcome examine(Integer subject) {
    return outcome;
  }

  /** What a bailiff concludes from these checks in this order. */
  static Judgement judge(Severities severities, FixedCheck... checks) {
    Bailiff bailiff = new Bailiff(severities);
    for (FixedCheck check : checks) {
      var _ = bailiff.require(check, 0);
    }
    return bailiff.conclude();
  }
}
