package parley.h323.traversal;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;
import parley.h323.h225.CallIdentifier;
import parley.h323.h225.FacilityReason;
import parley.h323.h225.FacilityUUIE;
import parley.h323.h225.FeatureSet;
import parley.h323.h225.GenericData;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.ServiceControlIndication;
import parley.h323.per.ObjectIdentifier;

/**
 * An endpoint behind a NAT that is served by its gatekeeper (H.460.18): it says so when it
 * registers, keeps the path open by registering often, and opens the signalling connection of an
 * incoming call itself.
 *
 * <p>Tested against the dialogue of an h323plus endpoint with GnuGk in a capture, and between our
 * own endpoint and gatekeeper; no other traversal server was at hand.
 */
public final class TraversalClient {
  private static final ObjectIdentifier PROTOCOL = ObjectIdentifier.of("0.0.8.2250.0.7");

  private TraversalClient() {}

  /** What GRQ and RRQ say to be supported. */
  public static List<GenericData> registrationFeatures() {
    return List.of(Features.feature(IncomingCall.FEATURE));
  }

  /** Whether a GCF or RCF with these features says that the gatekeeper is a traversal server. */
  public static boolean isServed(Optional<FeatureSet> features) {
    return features.flatMap(set -> Features.find(set, IncomingCall.FEATURE)).isPresent();
  }

  /** The call that waits, where the indication tells of one. */
  public static Optional<IncomingCall> incoming(ServiceControlIndication indication) {
    return IncomingCall.of(indication);
  }

  /** Where the connection of a waiting call is opened to, and what is sent on it first. */
  public record Opening(InetSocketAddress address, H323UUPDU facility) {}

  /**
   * The Facility by which the server knows which call the connection is for (H.460.18 clause 7.3);
   * it goes with call reference 0, and the Setup comes back on the same connection.
   */
  public static Opening open(IncomingCall call) {
    return new Opening(call.address(), facility(call.callId()));
  }

  private static H323UUPDU facility(Octets callId) {
    return H323UUPDU
        .with()
        .h323MessageBody(
            new H323UUPDU.H323MessageBody.Facility(
                FacilityUUIE.with()
                    .protocolIdentifier(PROTOCOL)
                    .reason(new FacilityReason.UndefinedReason())
                    .callIdentifier(CallIdentifier.with().guid(callId).build())
                    .multipleCalls(false)
                    .maintainConnection(false)
                    .build()))
        .h245Tunneling(true)
        .build();
  }
}
