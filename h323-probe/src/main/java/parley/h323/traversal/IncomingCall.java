package parley.h323.traversal;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;
import parley.h323.h225.CallIdentifier;
import parley.h323.h225.Content;
import parley.h323.h225.GenericData;
import parley.h323.h225.ServiceControlIndication;
import parley.h323.h225.ServiceControlSession;
import parley.h323.h460.IncomingCallIndication;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;
import parley.h323.ras.NetworkAddresses;

/**
 * A call that waits behind the traversal server (H.460.18 clause 7.3): the server names its address
 * and the call, and the endpoint opens the connection the Setup then comes through.
 *
 * @param address where the endpoint connects to
 * @param callId what its Facility names, 16 octets
 */
public record IncomingCall(InetSocketAddress address, Octets callId) {
  /** Number of the feature. */
  public static final int FEATURE = 18;

  private static final int INDICATION = 1;

  /** What stands in an indication; empty where it tells of no call or cannot be read. */
  public static Optional<IncomingCall> of(ServiceControlIndication indication) {
    return Features.find(indication.genericData().orElse(List.of()), FEATURE)
        .flatMap(data -> Features.content(data, INDICATION))
        .filter(Content.Raw.class::isInstance)
        .map(content -> ((Content.Raw) content).value())
        .flatMap(
            octets ->
                new PerDecoder(PerLimits.USUAL)
                    .decode(IncomingCallIndication.TYPE, octets)
                    .complete())
        .map(IncomingCallIndication::of)
        .flatMap(
            call ->
                NetworkAddresses.of(call.callSignallingAddress())
                    .map(address -> new IncomingCall(address, call.callID().guid())));
  }

  /** What a server sends of a call. */
  public static ServiceControlIndication indication(
      int sequence, InetSocketAddress signalling, Octets callId) {
    GenericData data =
        Features.feature(
            FEATURE,
            List.of(
                Features.parameter(
                    INDICATION,
                    new Content.Raw(
                        IncomingCallIndication.with()
                            .callSignallingAddress(NetworkAddresses.transport(signalling))
                            .callID(CallIdentifier.with().guid(callId).build())
                            .build()
                            .encode()))));
    return ServiceControlIndication.with()
        .requestSeqNum(sequence)
        .serviceControl(
            List.of(
                ServiceControlSession.with()
                    .sessionId(0)
                    .reason(new ServiceControlSession.Reason.Open())
                    .build()))
        .genericData(List.of(data))
        .build();
  }
}
