package parley.h323.ras.live;

import parley.h323.ras.Admission;
import parley.h323.ras.RasRefusal;

/** What a gatekeeper says to a call. */
public sealed interface AdmissionOutcome {
  record Admitted(Admission admission) implements AdmissionOutcome {}

  record Refused(RasRefusal refusal) implements AdmissionOutcome {}
}
