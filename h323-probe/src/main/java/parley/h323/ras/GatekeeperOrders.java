package parley.h323.ras;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;
import parley.h323.h225.BandwidthConfirm;
import parley.h323.h225.CallIdentifier;
import parley.h323.h225.DisengageConfirm;
import parley.h323.h225.InfoRequest;
import parley.h323.h225.InfoRequestResponseStatus;
import parley.h323.h225.RasMessage;
import parley.h323.h225.ServiceControlResponse;
import parley.h323.h225.UnknownMessageResponse;
import parley.h323.h225.UnregistrationConfirm;
import parley.h323.ras.message.RasDatagram;

/** What an endpoint answers to a gatekeeper that speaks unasked. */
final class GatekeeperOrders {
  /** So often a second is nonsense answered: two sides must not keep each other busy with it. */
  static final int MOST_COMPLAINTS = 10;

  private static final long SECOND = 1_000_000_000L;

  /**
   * @param answer what goes back
   * @param unregistered whether the gatekeeper ended the registration
   */
  record Reply(Optional<RasMessage> answer, List<RasEvent> events, boolean unregistered) {
    static Reply of(RasMessage answer, RasEvent... events) {
      return new Reply(Optional.of(answer), List.of(events), false);
    }
  }

  private final CallReports calls;
  private long complaintsSince = Long.MIN_VALUE;
  private int complaints;

  GatekeeperOrders(CallReports calls) {
    this.calls = calls;
  }

  Reply reply(
      InetSocketAddress from,
      RasDatagram datagram,
      RasMessage message,
      Optional<RasRegistration> registration,
      long now) {
    return switch (message) {
      case RasMessage.UnregistrationRequest(var request) ->
          new Reply(
              Optional.of(
                  new RasMessage.UnregistrationConfirm(
                      UnregistrationConfirm.with().requestSeqNum(request.requestSeqNum()).build())),
              List.of(),
              true);
      case RasMessage.DisengageRequest(var request) -> {
        boolean known = request.callIdentifier().map(id -> calls.ended(id.guid())).orElse(false);
        RasMessage confirm =
            new RasMessage.DisengageConfirm(
                DisengageConfirm.with().requestSeqNum(request.requestSeqNum()).build());
        // A repeated one finds the call gone: it is confirmed again and nobody is told twice.
        yield known ? Reply.of(confirm, new RasEvent.CallEnded(request)) : Reply.of(confirm);
      }
      case RasMessage.BandwidthRequest(var request) -> {
        request.callIdentifier().ifPresent(id -> calls.bandwidth(id.guid(), request.bandWidth()));
        yield Reply.of(
            new RasMessage.BandwidthConfirm(
                BandwidthConfirm.with()
                    .requestSeqNum(request.requestSeqNum())
                    .bandWidth(request.bandWidth())
                    .build()),
            new RasEvent.BandwidthChanged(request));
      }
      case RasMessage.InfoRequest(var request) when registration.isPresent() ->
          Reply.of(report(request, registration.get()));
      case RasMessage.ServiceControlIndication(var indication) ->
          Reply.of(
              new RasMessage.ServiceControlResponse(
                  ServiceControlResponse.with().requestSeqNum(indication.requestSeqNum()).build()),
              new RasEvent.ServiceControl(indication));
      case RasMessage.InfoRequestAck ignored -> unexpected(from, datagram, "nobody waits for it");
      case RasMessage.InfoRequestNak ignored -> unexpected(from, datagram, "nobody waits for it");
      case RasMessage.UnrecognizedAlternative ignored ->
          new Reply(
              notUnderstood(datagram, now),
              List.of(new RasEvent.Unexpected(from, datagram, "a message of a later version")),
              false);
      case RasMessage.GatekeeperRequest ignored -> strange(from, datagram, now);
      case RasMessage.RegistrationRequest ignored -> strange(from, datagram, now);
      case RasMessage.AdmissionRequest ignored -> strange(from, datagram, now);
      case RasMessage.LocationRequest ignored -> strange(from, datagram, now);
      case RasMessage.ResourcesAvailableIndicate ignored -> strange(from, datagram, now);
      case RasMessage.NonStandardMessage ignored -> strange(from, datagram, now);
      default -> unexpected(from, datagram, "an answer to nothing we asked");
    };
  }

  private RasMessage report(InfoRequest request, RasRegistration registration) {
    // Reference 0 with an identifier of zeros asks for all calls (H.225.0 clause 7.15.1).
    Optional<Octets> wanted =
        request
            .callIdentifier()
            .map(CallIdentifier::guid)
            .filter(guid -> request.callReferenceValue() != 0);
    boolean known =
        wanted.isEmpty()
            || calls.calls().stream().anyMatch(call -> call.callId().equals(wanted.get()));
    return calls.report(
        request.requestSeqNum(),
        registration,
        wanted.map(List::of).orElse(List.of()),
        false,
        Optional.of(
            known
                ? new InfoRequestResponseStatus.Complete()
                : new InfoRequestResponseStatus.InvalidCall()));
  }

  private static Reply unexpected(InetSocketAddress from, RasDatagram datagram, String why) {
    return new Reply(
        Optional.empty(), List.of(new RasEvent.Unexpected(from, datagram, why)), false);
  }

  private Reply strange(InetSocketAddress from, RasDatagram datagram, long now) {
    return new Reply(
        notUnderstood(datagram, now),
        List.of(new RasEvent.Unexpected(from, datagram, "not for an endpoint")),
        false);
  }

  /** The answer to what cannot be understood (H.225.0 clause 7.17.3); not too many of them. */
  Optional<RasMessage> notUnderstood(RasDatagram datagram, long now) {
    if (complaintsSince == Long.MIN_VALUE || now - complaintsSince >= SECOND) {
      complaintsSince = now;
      complaints = 0;
    }
    if (++complaints > MOST_COMPLAINTS) {
      return Optional.empty();
    }
    return Optional.of(
        new RasMessage.UnknownMessageResponse(
            UnknownMessageResponse.with()
                .requestSeqNum(Math.max(1, datagram.sequence().orElse(1)))
                .messageNotUnderstood(datagram.octets())
                .build()));
  }
}
