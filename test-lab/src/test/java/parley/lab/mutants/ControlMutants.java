package parley.lab.mutants;

import java.util.List;

/** Devices that break H.245, for the cases that have to notice. */
final class ControlMutants {
  static final List<Mutant> ALL = List.of();

  private ControlMutants() {}
}
