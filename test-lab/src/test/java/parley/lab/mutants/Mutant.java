package parley.lab.mutants;

import java.util.Set;
import parley.lab.device.DeviceFaults;

/**
 * A broken device and the case that has to notice.
 *
 * @param caseId the one case run against it
 * @param fault in words
 * @param faults what makes it so
 * @param violated the checks that have to be violated
 * @param perhaps checks that may be violated too, as the two sides happen to meet; no others may
 */
record Mutant(
    String caseId, String fault, DeviceFaults faults, Set<String> violated, Set<String> perhaps) {
  Mutant {
    violated = Set.copyOf(violated);
    perhaps = Set.copyOf(perhaps);
  }

  Mutant(String caseId, String fault, DeviceFaults faults, Set<String> violated) {
    this(caseId, fault, faults, violated, Set.of());
  }

  Mutant perhaps(String... others) {
    return new Mutant(caseId, fault, faults, violated, Set.of(others));
  }

  @Override
  public String toString() {
    return caseId + ": " + fault;
  }
}
