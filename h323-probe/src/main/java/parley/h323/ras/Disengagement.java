package parley.h323.ras;

import java.util.Optional;
import parley.h323.h225.CallTerminationCause;
import parley.h323.h225.DisengageReason;

/**
 * That a call is over (DRQ, H.225.0 clause 7.13).
 *
 * @param cause what its Release Complete said
 */
public record Disengagement(
    CallIdentity call, DisengageReason reason, Optional<CallTerminationCause> cause) {
  /** The usual end. */
  public static Disengagement normal(CallIdentity call) {
    return new Disengagement(call, new DisengageReason.NormalDrop(), Optional.empty());
  }
}
