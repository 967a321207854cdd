package parley.h323.ras;

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
import parley.h323.h225.AliasAddress;
import parley.h323.h225.GatekeeperConfirm;
import parley.h323.h225.RasMessage;
import parley.h323.h225.RegistrationConfirm;
import parley.h323.h225.RegistrationRejectReason;
import parley.h323.ras.message.AnswerTo;
import parley.h323.ras.message.RasDatagram;
import parley.h323.ras.message.RasParts;

/**
 * An endpoint's side of RAS: discovery, registration and its renewal, admission, bandwidth,
 * disengagement, location and reports (H.225.0 clauses 7.2 to 7.19).
 *
 * <p>It does nothing by itself. Whoever drives it hands over what was received and what time it is,
 * and takes what is to be sent ({@link #outgoing()}) and what happened ({@link #events()}). Each
 * request gives a ticket; exactly one event with it follows. Not for several threads at once.
 */
public final class RasClient {
  /** A datagram to send. */
  public record Outgoing(InetSocketAddress to, RasMessage message, Octets octets) {}

  private final RasSettings settings;
  private final PendingRequests pending;
  private final RasRequests requests;
  private final CallReports calls;
  private final GatekeeperOrders orders;
  private final RequestProof proof;
  private final List<Outgoing> outgoing = new ArrayList<>();
  private final List<RasEvent> events = new ArrayList<>();
  private final Map<Long, AdmissionQuery> asked = new HashMap<>();

  private long tickets;
  private InetSocketAddress gatekeeper;
  private Optional<String> gatekeeperName;
  private Optional<RasRegistration> registration = Optional.empty();
  private Optional<Long> registering = Optional.empty();
  private boolean discovered;
  private OptionalLong renewAt = OptionalLong.empty();
  private OptionalLong endsAt = OptionalLong.empty();

  /**
   * @param ours the address datagrams come from
   * @param random for sequence numbers and tokens; seeded, a dialogue is the same each time
   */
  public RasClient(RasSettings settings, InetSocketAddress ours, RandomGenerator random) {
    this.settings = settings;
    pending = new PendingRequests(random);
    requests = new RasRequests(settings, ours);
    calls = new CallReports(settings, requests);
    orders = new GatekeeperOrders(calls);
    proof = new RequestProof(settings, random.nextInt(1 << 24));
    gatekeeper = settings.gatekeeper();
    gatekeeperName = settings.gatekeeperIdentifier();
  }

  /** What is to be sent, in order; asked for once, it is gone. */
  public List<Outgoing> outgoing() {
    List<Outgoing> all = List.copyOf(outgoing);
    outgoing.clear();
    return all;
  }

  /** What has happened, in order; asked for once, it is gone. */
  public List<RasEvent> events() {
    List<RasEvent> all = List.copyOf(events);
    events.clear();
    return all;
  }

  public Optional<RasRegistration> registration() {
    return registration;
  }

  /** Calls that were admitted and have not ended. */
  public List<CallIdentity> calls() {
    return calls.calls();
  }

  /** Registers, after a discovery where the settings want one. */
  public long register(long now) {
    long ticket = ++tickets;
    registering.ifPresent(
        before -> events.add(new RasEvent.NotSent(before, "another registration took its place")));
    registering.ifPresent(pending::cancel);
    begin(ticket, now);
    return ticket;
  }

  private void begin(long ticket, long now) {
    registering = Optional.of(ticket);
    if (settings.discovery()) {
      gatekeeper = settings.gatekeeper();
      discovered = false;
      request(ticket, requests::discovery, now);
    } else {
      request(ticket, number -> requests.registration(number, gatekeeperName, false), now);
    }
  }

  /** Unregisters. */
  public long unregister(long now) {
    return whenRegistered((number, known) -> requests.unregistration(number, known), now);
  }

  /** Asks whether a call may be. */
  public long admit(AdmissionQuery query, long now) {
    long ticket = whenRegistered((number, known) -> requests.admission(number, known, query), now);
    asked.put(ticket, query);
    return ticket;
  }

  /** Asks for another bandwidth, in units of 100 bit/s. */
  public long bandwidth(CallIdentity call, long wanted, long now) {
    return whenRegistered((number, known) -> requests.bandwidth(number, known, call, wanted), now);
  }

  /** Says that a call is over. */
  public long disengage(Disengagement end, long now) {
    calls.ended(end.call().callId());
    return whenRegistered((number, known) -> requests.disengagement(number, known, end), now);
  }

  /** Asks where an alias is to be called. */
  public long locate(List<AliasAddress> destination, long now) {
    long ticket = ++tickets;
    request(ticket, number -> requests.location(number, registration, destination), now);
    return ticket;
  }

  /** Says whether this endpoint can take further calls (RAI, meant for gateways and MCUs). */
  public long resources(boolean almostOut, long now) {
    return whenRegistered((number, known) -> requests.resources(number, known, almostOut), now);
  }

  /** Nobody waits for this one any more; a later answer will be unexpected. */
  public void cancel(long ticket) {
    pending.cancel(ticket);
    asked.remove(ticket);
  }

  /** A request that only a registered endpoint can make. */
  @FunctionalInterface
  private interface OfRegistered {
    RasMessage build(int number, RasRegistration known);
  }

  private long whenRegistered(OfRegistered what, long now) {
    long ticket = ++tickets;
    if (registration.isEmpty()) {
      events.add(new RasEvent.NotSent(ticket, "not registered with the gatekeeper"));
    } else {
      RasRegistration known = registration.get();
      request(ticket, number -> what.build(number, known), now);
    }
    return ticket;
  }

  private void request(long ticket, IntFunction<RasMessage> build, long now) {
    if (pending.full()) {
      events.add(new RasEvent.NotSent(ticket, "too many requests wait for an answer"));
      return;
    }
    int number = pending.nextSequence();
    RasMessage message = build.apply(number);
    RasTimer timer = RasTimer.of(message).scaled(settings.patience());
    Outgoing datagram = send(message, now);
    pending.sent(ticket, number, datagram.message(), datagram.octets(), timer, now);
  }

  private Outgoing send(RasMessage message, long now) {
    Octets octets =
        proof.octets(
            message, registration.map(RasRegistration::endpointIdentifier), gatekeeperName, now);
    Outgoing datagram = new Outgoing(gatekeeper, message, octets);
    outgoing.add(datagram);
    return datagram;
  }

  /** Takes a datagram that was received. */
  public void received(InetSocketAddress from, Octets octets, long now) {
    RasDatagram datagram = RasDatagram.read(octets);
    if (!registering.isPresent() && !from.getAddress().equals(gatekeeper.getAddress())) {
      events.add(new RasEvent.Unexpected(from, datagram, "not from our gatekeeper"));
      return;
    }
    if (datagram.message().isEmpty()) {
      orders.notUnderstood(datagram, now).ifPresent(answer -> send(answer, now));
      events.add(new RasEvent.Unexpected(from, datagram, "it cannot be read"));
      return;
    }
    RasMessage message = datagram.message().get();
    if (proof.isForged(message, octets)) {
      events.add(
          new RasEvent.Unexpected(from, datagram, "its seal was made with another password"));
      return;
    }
    if (!answer(message, now)) {
      Optional<RasRegistration> before = registration;
      GatekeeperOrders.Reply reply = orders.reply(from, datagram, message, before, now);
      reply.answer().ifPresent(answer -> send(answer, now));
      events.addAll(reply.events());
      if (reply.unregistered()) {
        ended("the gatekeeper ended it");
        if (settings.keepRegistered() && registering.isEmpty()) {
          begin(++tickets, now);
        }
      }
    }
  }

  /** Whether the message belongs to a request of ours. */
  private boolean answer(RasMessage message, long now) {
    int number = RasParts.sequence(message).orElse(0);
    if (message instanceof RasMessage.RequestInProgress(var progress)) {
      return pending.delayed(number, RasParts.delayNanos(progress), now);
    }
    if (message instanceof RasMessage.AdmissionConfirmSequence(var alternatives)) {
      return !alternatives.isEmpty()
          && answer(new RasMessage.AdmissionConfirm(alternatives.getFirst()), now);
    }
    Optional<PendingRequests.Pending> found =
        AnswerTo.requests(message).flatMap(kind -> pending.answered(number, kind));
    found.ifPresent(each -> answered(each, message, now));
    return found.isPresent();
  }

  private void answered(PendingRequests.Pending each, RasMessage message, long now) {
    switch (message) {
      case RasMessage.GatekeeperConfirm(var confirm) -> found(each, confirm, now);
      case RasMessage.RegistrationConfirm(var confirm) -> registered(each, confirm, now);
      case RasMessage.RegistrationReject(var reject) ->
          notRegistered(each, message, reject.rejectReason(), now);
      case RasMessage.UnregistrationConfirm ignored -> {
        ended("we ended it");
        granted(each, message);
      }
      case RasMessage.AdmissionConfirm(var confirm) -> {
        Optional<AdmissionQuery> query = Optional.ofNullable(asked.get(each.ticket()));
        Admission.of(confirm)
            .ifPresent(
                admission -> query.ifPresent(it -> calls.admitted(it.call(), admission, now)));
        granted(each, message);
      }
      case RasMessage.BandwidthConfirm(var confirm) -> {
        if (each.request() instanceof RasMessage.BandwidthRequest(var request)) {
          request.callIdentifier().ifPresent(id -> calls.bandwidth(id.guid(), confirm.bandWidth()));
        }
        granted(each, message);
      }
      default -> {
        if (RasRefusal.of(message).isPresent()) {
          refused(each, message);
        } else {
          granted(each, message);
        }
      }
    }
  }

  private void granted(PendingRequests.Pending each, RasMessage answer) {
    asked.remove(each.ticket());
    events.add(new RasEvent.Granted(each.ticket(), answer));
  }

  private void refused(PendingRequests.Pending each, RasMessage answer) {
    asked.remove(each.ticket());
    forget(each.ticket());
    RasRefusal.of(answer)
        .ifPresent(refusal -> events.add(new RasEvent.Refused(each.ticket(), refusal)));
  }

  private void forget(long ticket) {
    registering = registering.filter(other -> other != ticket);
  }

  private void found(PendingRequests.Pending each, GatekeeperConfirm confirm, long now) {
    gatekeeper = NetworkAddresses.of(confirm.rasAddress()).orElse(gatekeeper);
    gatekeeperName = confirm.gatekeeperIdentifier();
    proof.chosen(confirm);
    discovered = true;
    request(each.ticket(), number -> requests.registration(number, gatekeeperName, true), now);
  }

  private void registered(PendingRequests.Pending each, RegistrationConfirm confirm, long now) {
    boolean renewal = isKeepAlive(each);
    RasRegistration next = RasRegistration.of(confirm, gatekeeper);
    registration = Optional.of(next);
    gatekeeperName = confirm.gatekeeperIdentifier().or(() -> gatekeeperName);
    renewAt = OptionalLong.empty();
    endsAt = OptionalLong.empty();
    next.timeToLive()
        .ifPresent(
            life -> {
              // Half of it leaves time for every repetition before the gatekeeper forgets us.
              renewAt = OptionalLong.of(now + life.toNanos() / 2);
              endsAt = OptionalLong.of(now + life.toNanos());
            });
    if (!renewal) {
      forget(each.ticket());
      events.add(new RasEvent.Registered(next));
    }
    granted(each, new RasMessage.RegistrationConfirm(confirm));
  }

  private static boolean isKeepAlive(PendingRequests.Pending each) {
    return each.request() instanceof RasMessage.RegistrationRequest(var request)
        && request.keepAlive().orElse(false);
  }

  private void notRegistered(
      PendingRequests.Pending each, RasMessage message, RegistrationRejectReason reason, long now) {
    if (isKeepAlive(each)) {
      ended(
          "its renewal was refused: "
              + RasParts.name(RegistrationRejectReason.TYPE, reason.toValue()));
      events.add(new RasEvent.Refused(each.ticket(), RasRefusal.of(message).orElseThrow()));
      if (settings.keepRegistered()) {
        begin(++tickets, now);
      }
    } else if (reason instanceof RegistrationRejectReason.DiscoveryRequired && !discovered) {
      request(each.ticket(), requests::discovery, now);
    } else {
      refused(each, message);
    }
  }

  private void ended(String why) {
    renewAt = OptionalLong.empty();
    endsAt = OptionalLong.empty();
    if (registration.isPresent()) {
      registration = Optional.empty();
      calls.clear();
      events.add(new RasEvent.RegistrationEnded(why));
    }
  }

  /** When {@link #timer} is to be called next, in nanoseconds. */
  public OptionalLong nextTimer() {
    return java.util.stream.Stream.of(pending.next(), renewAt, endsAt, calls.next())
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .min();
  }

  /** Does what is due. */
  public void timer(long now) {
    PendingRequests.Due due = pending.due(now);
    due.again()
        .forEach(each -> outgoing.add(new Outgoing(gatekeeper, each.request(), each.octets())));
    due.givenUp().forEach(each -> givenUp(each));
    if (endsAt.isPresent() && endsAt.getAsLong() <= now) {
      ended("nobody renewed it in time");
      if (settings.keepRegistered() && registering.isEmpty()) {
        begin(++tickets, now);
      }
    } else if (renewAt.isPresent() && renewAt.getAsLong() <= now) {
      renewAt = OptionalLong.empty();
      registration.ifPresent(
          known -> request(++tickets, number -> requests.keepAlive(number, known), now));
    }
    List<Octets> reports = calls.due(now);
    if (!reports.isEmpty()) {
      registration.ifPresent(
          known ->
              send(
                  calls.report(pending.nextSequence(), known, reports, true, Optional.empty()),
                  now));
    }
  }

  private void givenUp(PendingRequests.Pending each) {
    asked.remove(each.ticket());
    forget(each.ticket());
    events.add(new RasEvent.NoAnswer(each.ticket(), RasParts.name(each.request()), each.attempt()));
  }
}
