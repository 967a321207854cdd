package parley.lab.mutants;

import java.util.Set;
import parley.lab.device.DeviceFaults;

/**
 * A broken device and the case that has to notice.
 *
 * @param caseId the one case run against it
 * @param fault in words
 * @param faults what makes it so
 * @param violated the checks that have to be violated, and no others
 */
record Mutant(String caseId, String fault, DeviceFaults faults, Set<String> violated) {
  Mutant {
    violated = Set.copyOf(violated);
  }

  @Override
  public String toString() {
    return caseId + ": " + fault;
  }
}
