package parley.h323.agent;

import java.nio.ByteBuffer;
import java.util.UUID;
import parley.core.wire.Octets;

/**
 * What a call is known by.
 *
 * @param call the callIdentifier, 16 octets
 * @param conference the conferenceID, 16 octets
 * @param reference the Q.931 call reference
 * @param weCalled did our side make the call?
 */
record CallIdentity(Octets call, Octets conference, int reference, boolean weCalled) {
  static CallIdentity calling(int reference) {
    return new CallIdentity(unique(), unique(), reference, true);
  }

  private static Octets unique() {
    UUID random = UUID.randomUUID();
    return Octets.of(
        ByteBuffer.allocate(16)
            .putLong(random.getMostSignificantBits())
            .putLong(random.getLeastSignificantBits())
            .array());
  }

  CallIdentity otherCall() {
    return new CallIdentity(unique(), conference, reference, weCalled);
  }

  CallIdentity otherConference() {
    return new CallIdentity(call, unique(), reference, weCalled);
  }

  CallIdentity otherReference() {
    return new CallIdentity(call, conference, reference % 0x7fff + 1, weCalled);
  }
}
