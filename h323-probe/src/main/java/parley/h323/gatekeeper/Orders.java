package parley.h323.gatekeeper;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import parley.core.wire.Octets;
import parley.h323.h225.CallIdentifier;
import parley.h323.h225.DisengageReason;
import parley.h323.h225.DisengageRequest;
import parley.h323.h225.InfoRequest;
import parley.h323.h225.RasMessage;
import parley.h323.h225.UnregRequestReason;
import parley.h323.h225.UnregistrationRequest;
import parley.h323.ras.NetworkAddresses;
import parley.h323.ras.PendingRequests;
import parley.h323.ras.RasTimer;
import parley.h323.ras.message.AnswerTo;
import parley.h323.ras.message.RasParts;
import parley.h323.traversal.IncomingCall;

/** What the gatekeeper asks of endpoints unasked, repeated until they answer. */
final class Orders {
  private static final Octets ALL_CALLS = Octets.of(new byte[16]);

  private final GatekeeperSettings settings;
  private final Seals seals;
  private final PendingRequests pending;
  private final Map<Integer, InetSocketAddress> destinations = new HashMap<>();
  private final List<Gatekeeper.Outgoing> outgoing = new ArrayList<>();

  Orders(GatekeeperSettings settings, Seals seals, RandomGenerator random) {
    this.settings = settings;
    this.seals = seals;
    pending = new PendingRequests(random);
  }

  List<Gatekeeper.Outgoing> outgoing() {
    List<Gatekeeper.Outgoing> all = List.copyOf(outgoing);
    outgoing.clear();
    return all;
  }

  void unregister(RegisteredEndpoint endpoint, UnregRequestReason reason, long now) {
    ask(
        endpoint,
        number ->
            new RasMessage.UnregistrationRequest(
                UnregistrationRequest.with()
                    .requestSeqNum(number)
                    .callSignalAddress(
                        List.of(NetworkAddresses.transport(endpoint.callSignalling())))
                    .endpointIdentifier(endpoint.identifier())
                    .gatekeeperIdentifier(settings.identifier())
                    .reason(reason)
                    .build()),
        now);
  }

  void disengage(RegisteredEndpoint endpoint, AdmittedCall call, long now) {
    ask(
        endpoint,
        number ->
            new RasMessage.DisengageRequest(
                DisengageRequest.with()
                    .requestSeqNum(number)
                    .endpointIdentifier(endpoint.identifier())
                    .conferenceID(call.conferenceId())
                    .callReferenceValue(0)
                    .disengageReason(new DisengageReason.ForcedDrop())
                    .callIdentifier(CallIdentifier.with().guid(call.callId()).build())
                    .gatekeeperIdentifier(settings.identifier())
                    .answeredCall(false)
                    .build()),
        now);
  }

  void inquire(RegisteredEndpoint endpoint, long now) {
    ask(
        endpoint,
        number ->
            new RasMessage.InfoRequest(
                InfoRequest.with()
                    .requestSeqNum(number)
                    .callReferenceValue(0)
                    .callIdentifier(CallIdentifier.with().guid(ALL_CALLS).build())
                    .build()),
        now);
  }

  void indicate(RegisteredEndpoint endpoint, Octets callId, long now) {
    ask(
        endpoint,
        number ->
            new RasMessage.ServiceControlIndication(
                IncomingCall.indication(number, settings.signalling(), callId)),
        now);
  }

  private void ask(RegisteredEndpoint endpoint, IntFunction<RasMessage> build, long now) {
    if (pending.full()) {
      return;
    }
    int number = pending.nextSequence();
    RasMessage message = build.apply(number);
    Octets octets = seals.octets(message, endpoint, now);
    outgoing.add(new Gatekeeper.Outgoing(endpoint.ras(), message, octets));
    pending.sent(number, number, message, octets, RasTimer.of(message), now);
    destinations.put(number, endpoint.ras());
  }

  /** Whether the message answers one of these. */
  boolean answered(RasMessage message) {
    Optional<PendingRequests.Pending> found =
        AnswerTo.requests(message)
            .flatMap(kind -> pending.answered(RasParts.sequence(message).orElse(0), kind));
    found.ifPresent(each -> destinations.remove(each.sequence()));
    return found.isPresent();
  }

  OptionalLong next() {
    return pending.next();
  }

  void timer(long now) {
    PendingRequests.Due due = pending.due(now);
    for (PendingRequests.Pending each : due.again()) {
      Optional.ofNullable(destinations.get(each.sequence()))
          .ifPresent(
              to -> outgoing.add(new Gatekeeper.Outgoing(to, each.request(), each.octets())));
    }
    due.givenUp().forEach(each -> destinations.remove(each.sequence()));
  }
}
