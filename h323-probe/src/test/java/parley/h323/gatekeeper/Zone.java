package parley.h323.gatekeeper;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import parley.core.wire.Octets;
import parley.h323.h225.AliasAddress;
import parley.h323.ras.Admission;
import parley.h323.ras.AdmissionQuery;
import parley.h323.ras.Aliases;
import parley.h323.ras.CallIdentity;
import parley.h323.ras.RasClient;
import parley.h323.ras.RasEvent;
import parley.h323.ras.RasSettings;

/** A gatekeeper and its endpoints in one thread, with a clock that stands until it is moved. */
final class Zone {
  static final InetSocketAddress RAS = new InetSocketAddress("192.0.2.1", 1719);
  static final InetSocketAddress SIGNALLING = new InetSocketAddress("192.0.2.1", 1720);

  final Gatekeeper gatekeeper;
  final List<GatekeeperEvent> happened = new ArrayList<>();
  final Map<InetSocketAddress, RasClient> endpoints = new LinkedHashMap<>();
  private final Map<RasClient, List<RasEvent>> told = new LinkedHashMap<>();
  final List<Gatekeeper.Outgoing> elsewhere = new ArrayList<>();
  private final List<InetSocketAddress> deaf = new ArrayList<>();
  long now = 1_700_000_000_000_000_000L;

  Zone(GatekeeperSettings settings) {
    gatekeeper = new Gatekeeper(settings, new Random(1));
  }

  static GatekeeperSettings settings() {
    return GatekeeperSettings.open("zone", RAS, SIGNALLING);
  }

  static RasSettings endpoint(int host, String... aliases) {
    List<AliasAddress> names = Stream.of(aliases).map(Aliases::of).toList();
    return RasSettings.terminal(
        RAS, names, List.of(new InetSocketAddress("192.0.2." + host, 1720)), "test", "1");
  }

  RasClient add(int host, RasSettings settings) {
    InetSocketAddress ours = new InetSocketAddress("192.0.2." + host, 40_000);
    RasClient client = new RasClient(settings, ours, new Random(host));
    endpoints.put(ours, client);
    return client;
  }

  RasClient registered(int host, String... aliases) {
    RasClient client = add(host, endpoint(host, aliases));
    client.register(now);
    settle();
    return client;
  }

  /** From now on nothing reaches or leaves this endpoint. */
  void silence(RasClient client) {
    endpoints.forEach(
        (address, each) -> {
          if (each == client) {
            deaf.add(address);
          }
        });
  }

  /** Carries datagrams until nobody has anything to say. */
  void settle() {
    boolean busy = true;
    while (busy) {
      busy = false;
      for (Map.Entry<InetSocketAddress, RasClient> each : endpoints.entrySet()) {
        for (RasClient.Outgoing datagram : each.getValue().outgoing()) {
          busy = true;
          if (!deaf.contains(each.getKey())) {
            gatekeeper.received(each.getKey(), datagram.octets(), now);
          }
        }
        told(each.getValue()).addAll(each.getValue().events());
      }
      for (Gatekeeper.Outgoing datagram : gatekeeper.outgoing()) {
        busy = true;
        RasClient to = endpoints.get(datagram.to());
        if (to == null) {
          elsewhere.add(datagram);
        } else if (!deaf.contains(datagram.to())) {
          to.received(RAS, datagram.octets(), now);
        }
      }
      happened.addAll(gatekeeper.events());
    }
  }

  void pass(Duration time) {
    long end = now + time.toNanos();
    while (true) {
      OptionalLong next =
          Stream.concat(
                  Stream.of(gatekeeper.nextTimer()),
                  endpoints.values().stream().map(RasClient::nextTimer))
              .filter(OptionalLong::isPresent)
              .mapToLong(OptionalLong::getAsLong)
              .min();
      if (next.isEmpty() || next.getAsLong() > end) {
        break;
      }
      now = Math.max(now, next.getAsLong());
      gatekeeper.timer(now);
      endpoints.values().forEach(each -> each.timer(now));
      settle();
    }
    now = end;
  }

  static CallIdentity call(int number, boolean answered) {
    byte[] id = new byte[16];
    id[15] = (byte) number;
    return new CallIdentity(number, Octets.of(id), Octets.of(id), answered);
  }

  Optional<Admission> admitted(RasClient client, AdmissionQuery query) {
    long ticket = client.admit(query, now);
    settle();
    return told(client).stream()
        .filter(RasEvent.Granted.class::isInstance)
        .map(RasEvent.Granted.class::cast)
        .filter(each -> each.ticket() == ticket)
        .flatMap(
            each ->
                each.answer() instanceof parley.h323.h225.RasMessage.AdmissionConfirm(var confirm)
                    ? Admission.of(confirm).stream()
                    : Stream.empty())
        .findFirst();
  }

  /** What this endpoint was told so far. */
  List<RasEvent> told(RasClient client) {
    return told.computeIfAbsent(client, key -> new ArrayList<>());
  }

  /** Why the last refused request was refused; empty where none was. */
  String refusal(RasClient client) {
    return told(client).reversed().stream()
        .filter(RasEvent.Refused.class::isInstance)
        .map(each -> ((RasEvent.Refused) each).refusal().reason())
        .findFirst()
        .orElse("");
  }
}
