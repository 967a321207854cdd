package parley.h323.gatekeeper;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import parley.core.wire.Octets;
import parley.h323.h225.AdmissionRejectReason;
import parley.h323.h225.AdmissionRequest;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.CallIdentifier;
import parley.h323.h225.InfoRequestResponse;
import parley.h323.h225.LocationRejectReason;
import parley.h323.h225.LocationRequest;
import parley.h323.h225.RasMessage;
import parley.h323.h225.RegistrationRequest;
import parley.h323.h225.UnregRequestReason;
import parley.h323.ras.NetworkAddresses;
import parley.h323.ras.RasRefusal;
import parley.h323.ras.message.AnswerTo;
import parley.h323.ras.message.RasDatagram;
import parley.h323.ras.message.RasParts;

/**
 * The gatekeeper's side of RAS, without sockets: what was received and what time it is go in, what
 * is to be sent and what happened come out. Times are nanoseconds since 1970-01-01T00:00Z of a
 * clock that never jumps. Not for several threads at once.
 */
public final class Gatekeeper {
  /** A datagram to send. */
  public record Outgoing(InetSocketAddress to, RasMessage message, Octets octets) {}

  /** An admission that waits for a neighbour's word. */
  private record Waiting(
      InetSocketAddress from,
      RasMessage message,
      AdmissionRequest request,
      RegisteredEndpoint asker) {}

  private static final long SECOND = 1_000_000_000L;

  private final GatekeeperSettings settings;
  private final Registrations registrations = new Registrations();
  private final AdmittedCalls calls = new AdmittedCalls();
  private final RegistrationDesk registrationDesk;
  private final AdmissionDesk admissionDesk;
  private final PasswordDesk passwords;
  private final FloodGate floods;
  private final AnsweredRequests answered = new AnsweredRequests();
  private final Seals seals;
  private final Orders orders;
  private final Neighbours neighbours;
  private final Map<Long, Waiting> waiting = new HashMap<>();
  private final List<Outgoing> outgoing = new ArrayList<>();
  private final List<GatekeeperEvent> events = new ArrayList<>();
  private long tickets;

  public Gatekeeper(GatekeeperSettings settings, RandomGenerator random) {
    this.settings = settings;
    registrationDesk = new RegistrationDesk(settings, registrations);
    admissionDesk = new AdmissionDesk(settings, registrations, calls);
    passwords = new PasswordDesk(settings.accounts());
    floods = new FloodGate(settings.limits().datagramsASecond());
    seals = new Seals(settings, random.nextInt(1 << 24));
    orders = new Orders(settings, seals, random);
    neighbours = new Neighbours(settings, random);
  }

  public GatekeeperSettings settings() {
    return settings;
  }

  /** What is to be sent, in order; asked for once, it is gone. */
  public List<Outgoing> outgoing() {
    List<Outgoing> all = List.copyOf(outgoing);
    outgoing.clear();
    return all;
  }

  /** What has happened, in order; asked for once, it is gone. */
  public List<GatekeeperEvent> events() {
    List<GatekeeperEvent> all = List.copyOf(events);
    events.clear();
    return all;
  }

  public List<RegisteredEndpoint> endpoints() {
    return List.copyOf(registrations.all());
  }

  public List<AdmittedCall> calls() {
    return calls.all();
  }

  /** The call with this identifier, if it was admitted. */
  public Optional<AdmittedCall> call(Octets callId) {
    return calls.get(callId);
  }

  /** Takes a datagram that was received. */
  public void received(InetSocketAddress from, Octets octets, long now) {
    switch (floods.next(from.getAddress(), now)) {
      case SHUT -> {
        return;
      }
      case SHUT_NOW -> {
        events.add(new GatekeeperEvent.Flooded(from));
        return;
      }
      case LET_IN -> {}
    }
    Optional<List<Outgoing>> before = answered.again(from, octets, now);
    if (before.isPresent()) {
      outgoing.addAll(before.get());
      return;
    }
    RasDatagram datagram = RasDatagram.read(octets);
    int mark = outgoing.size();
    if (datagram.message().isEmpty()) {
      notUnderstood(from, datagram);
      return;
    }
    RasMessage message = datagram.message().get();
    if (!answer(message, now)) {
      request(from, datagram, message, now);
    }
    if (RasParts.isRequest(message)) {
      answered.gave(from, octets, outgoing.subList(mark, outgoing.size()), now);
    }
  }

  private void notUnderstood(InetSocketAddress from, RasDatagram datagram) {
    RasMessage complaint = Answers.notUnderstood(datagram);
    outgoing.add(new Outgoing(from, complaint, complaint.encode()));
    events.add(new GatekeeperEvent.NotUnderstood(from, datagram));
  }

  private void request(InetSocketAddress from, RasDatagram datagram, RasMessage message, long now) {
    switch (message) {
      case RasMessage.GatekeeperRequest(var request) -> {
        Optional<String> wanted = request.gatekeeperIdentifier();
        reply(
            from,
            message,
            wanted.filter(name -> !name.equals(settings.identifier())).isPresent()
                ? Answers.notThisGatekeeper(settings, request)
                : Answers.discovered(settings, request));
      }
      case RasMessage.RegistrationRequest(var request) ->
          register(from, datagram, message, request, now);
      case RasMessage.LocationRequest(var request) ->
          reply(
              NetworkAddresses.of(request.replyAddress()).orElse(from), message, located(request));
      case RasMessage.InfoRequestResponse(var report) -> {
        heard(report, now);
        if (report.needResponse().orElse(false)) {
          reply(from, message, Answers.reportNoted(report.requestSeqNum()));
        }
      }
      case RasMessage.ResourcesAvailableIndicate(var indication) ->
          reply(from, message, Answers.resourcesNoted(indication));
      case RasMessage.UnregistrationRequest ignored -> ofEndpoint(from, datagram, message, now);
      case RasMessage.AdmissionRequest ignored -> ofEndpoint(from, datagram, message, now);
      case RasMessage.BandwidthRequest ignored -> ofEndpoint(from, datagram, message, now);
      case RasMessage.DisengageRequest ignored -> ofEndpoint(from, datagram, message, now);
      case RasMessage.UnknownMessageResponse ignored ->
          events.add(new GatekeeperEvent.NotUnderstood(from, datagram));
      default -> {
        // A late answer is no news; what asks for something unknown here is told so.
        if (AnswerTo.requests(message).isEmpty()) {
          notUnderstood(from, datagram);
        }
      }
    }
  }

  /** What only a registered endpoint may ask, and only with its password where it has one. */
  private void ofEndpoint(
      InetSocketAddress from, RasDatagram datagram, RasMessage message, long now) {
    Optional<RegisteredEndpoint> claimed =
        RasParts.endpointIdentifier(message).flatMap(registrations::identified);
    if (claimed.isEmpty() && settings.endpoint()) {
      claimed = stranger(from, datagram, message, now);
    }
    boolean denied =
        claimed.isPresent()
            && !passwords.isOpen()
            && passwords.proven(message, datagram.octets(), claimed, now / SECOND).isEmpty();
    if (claimed.isEmpty() || denied) {
      Answers.refused(message, denied).ifPresent(answer -> reply(from, message, answer));
      return;
    }
    RegisteredEndpoint asker = claimed.get();
    switch (message) {
      case RasMessage.UnregistrationRequest(var request) -> {
        reply(from, message, Answers.unregistered(request.requestSeqNum()), asker, now);
        unregister(asker, "by itself");
      }
      case RasMessage.AdmissionRequest(var request) ->
          conclude(from, message, request, asker, admissionDesk.decide(asker, request, now), now);
      case RasMessage.BandwidthRequest(var request) -> {
        RasMessage answer = admissionDesk.bandwidth(request, now);
        reply(from, message, answer, asker, now);
        if (answer instanceof RasMessage.BandwidthConfirm) {
          request
              .callIdentifier()
              .flatMap(id -> calls.get(id.guid()))
              .ifPresent(call -> events.add(new GatekeeperEvent.BandwidthChanged(call)));
        }
      }
      case RasMessage.DisengageRequest(var request) -> {
        reply(from, message, Answers.disengaged(request.requestSeqNum()), asker, now);
        calls
            .get(request.callIdentifier().map(CallIdentifier::guid).orElse(request.conferenceID()))
            .ifPresent(call -> leave(call, asker));
      }
      default -> throw new IllegalArgumentException(RasParts.name(message));
    }
  }

  /** Somebody who takes a call, or has taken one, and registered with a gatekeeper before us. */
  private Optional<RegisteredEndpoint> stranger(
      InetSocketAddress from, RasDatagram datagram, RasMessage message, long now) {
    boolean takes =
        switch (message) {
          case RasMessage.AdmissionRequest(var request) -> request.answerCall();
          case RasMessage.DisengageRequest(var request) -> request.answeredCall().orElse(false);
          default -> false;
        };
    return RasParts.endpointIdentifier(message)
        .filter(any -> takes)
        .map(
            identifier ->
                new RegisteredEndpoint(
                    identifier,
                    List.of(),
                    from,
                    from,
                    passwords.provenByAnybody(message, datagram.octets(), now / SECOND),
                    false,
                    now));
  }

  private void register(
      InetSocketAddress from,
      RasDatagram datagram,
      RasMessage message,
      RegistrationRequest request,
      long now) {
    Optional<RegisteredEndpoint> claimed =
        request.endpointIdentifier().flatMap(registrations::identified);
    switch (registrationDesk.decide(
        from, request, passwords.proven(message, datagram.octets(), claimed, now / SECOND), now)) {
      case RegistrationDesk.Decision.Confirmed(var endpoint, var answer, boolean renewed) -> {
        reply(from, message, new RasMessage.RegistrationConfirm(answer), endpoint, now);
        if (!renewed) {
          events.add(new GatekeeperEvent.Registered(endpoint));
        }
      }
      case RegistrationDesk.Decision.Rejected(var answer) ->
          reply(from, message, new RasMessage.RegistrationReject(answer));
    }
  }

  private void conclude(
      InetSocketAddress from,
      RasMessage message,
      AdmissionRequest request,
      RegisteredEndpoint asker,
      AdmissionDesk.Decision decision,
      long now) {
    switch (decision) {
      case AdmissionDesk.Decision.Confirmed(var call, var answer) -> {
        reply(from, message, new RasMessage.AdmissionConfirm(answer), asker, now);
        events.add(new GatekeeperEvent.Admitted(call, asker, request.answerCall()));
      }
      case AdmissionDesk.Decision.Rejected(var answer) ->
          reply(from, message, new RasMessage.AdmissionReject(answer), asker, now);
      case AdmissionDesk.Decision.AskNeighbours(List<AliasAddress> names) -> {
        long ticket = ++tickets;
        neighbours.ask(ticket, names, request, now);
        outgoing.addAll(neighbours.outgoing());
        waiting.put(ticket, new Waiting(from, message, request, asker));
        reply(
            from,
            message,
            Answers.inProgress(request.requestSeqNum(), Neighbours.LONGEST_MILLIS),
            asker,
            now);
      }
    }
  }

  private RasMessage located(LocationRequest request) {
    Optional<RegisteredEndpoint> found =
        request.destinationInfo().stream()
            .flatMap(name -> registrations.named(name).stream())
            .findFirst();
    return found
        .map(
            endpoint ->
                Answers.located(
                    request.requestSeqNum(),
                    NetworkAddresses.transport(
                        settings.routed() ? settings.signalling() : endpoint.callSignalling()),
                    NetworkAddresses.transport(settings.ras()),
                    endpoint))
        .orElseGet(
            () ->
                Answers.notLocated(
                    request.requestSeqNum(), new LocationRejectReason.NotRegistered()));
  }

  private void heard(InfoRequestResponse report, long now) {
    report.perCallInfo().stream()
        .flatMap(List::stream)
        .flatMap(each -> each.callIdentifier().stream())
        .flatMap(id -> calls.get(id.guid()).stream())
        .forEach(call -> calls.put(call.heardAt(now)));
  }

  /** Whether it answers a request of ours. */
  private boolean answer(RasMessage message, long now) {
    int number = RasParts.sequence(message).orElse(0);
    if (neighbours.answered(number, message, now)) {
      concluded(now);
      return true;
    }
    boolean ordered = orders.answered(message);
    if (ordered && message instanceof RasMessage.InfoRequestResponse(var report)) {
      heard(report, now);
    }
    return ordered;
  }

  /** Goes on with the calls whose destination the neighbours have spoken of. */
  private void concluded(long now) {
    for (Neighbours.Word word : neighbours.words()) {
      Optional.ofNullable(waiting.remove(word.ticket()))
          .ifPresent(
              each ->
                  conclude(
                      each.from(),
                      each.message(),
                      each.request(),
                      each.asker(),
                      word.address()
                          .map(
                              address ->
                                  admissionDesk.admitted(
                                      each.asker(), each.request(), address, Optional.empty(), now))
                          .orElseGet(
                              () ->
                                  AdmissionDesk.rejected(
                                      each.request(),
                                      new AdmissionRejectReason.CalledPartyNotRegistered())),
                      now));
    }
    outgoing.addAll(neighbours.outgoing());
  }

  private void leave(AdmittedCall call, RegisteredEndpoint who) {
    AdmittedCall rest = call.without(who.identifier());
    if (rest.legs().isEmpty()) {
      calls.remove(call.callId());
      events.add(new GatekeeperEvent.Ended(call));
    } else {
      calls.put(rest);
    }
  }

  private void unregister(RegisteredEndpoint endpoint, String why) {
    calls.of(endpoint.identifier()).forEach(call -> leave(call, endpoint));
    registrations.remove(endpoint.identifier());
    events.add(new GatekeeperEvent.Unregistered(endpoint, why));
  }

  /** Throws an endpoint out (URQ): it is to register anew where the reason says so. */
  public void expel(RegisteredEndpoint endpoint, UnregRequestReason reason, long now) {
    orders.unregister(endpoint, reason, now);
    unregister(endpoint, RasParts.name(UnregRequestReason.TYPE, reason.toValue()));
    ordered();
  }

  /** Ends a call at all its endpoints (DRQ). */
  public void drop(AdmittedCall call, long now) {
    call.legs().stream()
        .flatMap(leg -> registrations.identified(leg).stream())
        .forEach(endpoint -> orders.disengage(endpoint, call, now));
    calls.remove(call.callId());
    events.add(new GatekeeperEvent.Ended(call));
    ordered();
  }

  /** Asks an endpoint for all its calls (IRQ). */
  public void inquire(RegisteredEndpoint endpoint, long now) {
    orders.inquire(endpoint, now);
    ordered();
  }

  /** Tells an endpoint behind a NAT of a call that waits here (SCI, H.460.18). */
  public void indicate(RegisteredEndpoint endpoint, Octets callId, long now) {
    orders.indicate(endpoint, callId, now);
    ordered();
  }

  private void ordered() {
    outgoing.addAll(orders.outgoing());
  }

  private void reply(InetSocketAddress to, RasMessage request, RasMessage answer) {
    said(to, request, answer);
    outgoing.add(new Outgoing(to, answer, answer.encode()));
  }

  /** A reply to somebody we know: sealed where the request was. */
  private void reply(
      InetSocketAddress to,
      RasMessage request,
      RasMessage answer,
      RegisteredEndpoint asker,
      long now) {
    said(to, request, answer);
    seals.heard(request, asker);
    outgoing.add(new Outgoing(to, answer, seals.octets(answer, asker, now)));
  }

  private void said(InetSocketAddress to, RasMessage request, RasMessage answer) {
    RasRefusal.of(answer)
        .ifPresent(
            refusal ->
                events.add(
                    new GatekeeperEvent.Refused(to, RasParts.name(request), refusal.reason())));
  }

  /** When {@link #timer} is to be called next. */
  public OptionalLong nextTimer() {
    return Stream.of(orders.next(), neighbours.next(), registrations.nextExpiry())
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .min();
  }

  /** Does what is due. */
  public void timer(long now) {
    orders.timer(now);
    ordered();
    neighbours.timer(now);
    concluded(now);
    registrations
        .expired(now)
        .forEach(each -> expel(each, new UnregRequestReason.TtlExpired(), now));
  }
}
