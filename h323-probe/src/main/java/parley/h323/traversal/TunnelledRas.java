package parley.h323.traversal;

import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;
import parley.h323.h225.CallIdentifier;
import parley.h323.h225.Content;
import parley.h323.h225.FacilityReason;
import parley.h323.h225.FacilityUUIE;
import parley.h323.h225.GenericData;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.RasMessage;
import parley.h323.per.ObjectIdentifier;
import parley.h323.ras.message.RasDatagram;

/**
 * RAS through the call signalling connection (H.460.17): each message stands in the generic data of
 * a Facility with call reference 0, so that one connection, opened by the endpoint, carries
 * everything.
 *
 * <p>No peer and no capture at hand speaks it: the form is the Recommendation's as public
 * implementations follow it, and is tested against itself alone.
 */
public final class TunnelledRas {
  /** Number of the feature. */
  public static final int FEATURE = 17;

  private static final int RAS_MESSAGE = 1;
  private static final ObjectIdentifier PROTOCOL = ObjectIdentifier.of("0.0.8.2250.0.7");

  private TunnelledRas() {}

  /** The Facility that carries these octets, an encoded RAS message. */
  public static H323UUPDU facility(Octets ras) {
    return H323UUPDU
        .with()
        .h323MessageBody(
            new H323UUPDU.H323MessageBody.Facility(
                FacilityUUIE.with()
                    .protocolIdentifier(PROTOCOL)
                    .reason(new FacilityReason.TransportedInformation())
                    .callIdentifier(CallIdentifier.with().guid(Octets.of(new byte[16])).build())
                    .multipleCalls(false)
                    .maintainConnection(true)
                    .build()))
        .h245Tunneling(false)
        .genericData(
            List.of(
                Features.feature(
                    FEATURE, List.of(Features.parameter(RAS_MESSAGE, new Content.Raw(ras))))))
        .build();
  }

  /** The Facility that carries this message. */
  public static H323UUPDU facility(RasMessage message) {
    return facility(message.encode());
  }

  /** The RAS messages in a message of call signalling, those included that cannot be read. */
  public static List<RasDatagram> of(H323UUPDU pdu) {
    Optional<GenericData> data = Features.find(pdu.genericData().orElse(List.of()), FEATURE);
    return data.flatMap(GenericData::parameters).orElse(List.of()).stream()
        .flatMap(parameter -> parameter.content().stream())
        .filter(Content.Raw.class::isInstance)
        .map(content -> RasDatagram.read(((Content.Raw) content).value()))
        .toList();
  }
}
