package parley.h323.ras;

import parley.core.wire.Octets;

/**
 * What a call is known by at the gatekeeper.
 *
 * @param reference call reference value of Q.931, 0 to 65535, the flag bit left out
 * @param conferenceId 16 octets
 * @param callId 16 octets, the same on both sides of the call
 * @param answered whether this side was called
 */
public record CallIdentity(int reference, Octets conferenceId, Octets callId, boolean answered) {
  public CallIdentity {
    if (reference < 0 || reference > 65_535) {
      throw new IllegalArgumentException("a call reference is 0 to 65535: " + reference);
    }
    if (conferenceId.length() != 16 || callId.length() != 16) {
      throw new IllegalArgumentException("identifiers of calls and conferences have 16 octets");
    }
  }
}
