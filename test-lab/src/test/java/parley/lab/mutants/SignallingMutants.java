package parley.lab.mutants;

import java.util.List;

/** Devices that break H.225.0 call signalling, for the cases that have to notice. */
final class SignallingMutants {
  static final List<Mutant> ALL = List.of();

  private SignallingMutants() {}
}
