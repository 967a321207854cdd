package parley.h323.ras;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import parley.core.wire.Octets;
import parley.h323.h225.AdmissionConfirm;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.CallModel;
import parley.h323.h225.GatekeeperConfirm;
import parley.h323.h225.RasMessage;
import parley.h323.h225.RegistrationConfirm;
import parley.h323.h225.TransportAddress;
import parley.h323.per.ObjectIdentifier;
import parley.h323.ras.message.RasParts;

/** A client under test with a clock that stands until it is moved, and a gatekeeper's pen. */
final class Dialogue {
  static final InetSocketAddress GATEKEEPER = at(1, 1719);
  static final InetSocketAddress OURS = at(2, 40_000);
  static final ObjectIdentifier PROTOCOL = ObjectIdentifier.of("0.0.8.2250.0.7");

  final RasClient client;
  final List<RasEvent> events = new ArrayList<>();
  private final List<RasClient.Outgoing> sent = new ArrayList<>();
  long now = 1_700_000_000_000_000_000L;

  Dialogue(RasSettings settings) {
    client = new RasClient(settings, OURS, new Random(7));
  }

  static RasSettings settings() {
    return RasSettings.terminal(
        GATEKEEPER,
        List.<AliasAddress>of(new AliasAddress.H323ID("room")),
        List.of(at(2, 1720)),
        "test",
        "1");
  }

  static InetSocketAddress at(int host, int port) {
    try {
      return new InetSocketAddress(
          InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, (byte) host}), port);
    } catch (java.net.UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static CallIdentity call(boolean answered) {
    byte[] id = new byte[16];
    id[15] = 5;
    return new CallIdentity(77, Octets.of(id), Octets.of(id), answered);
  }

  /** What the client has sent since the last time. */
  List<RasMessage> sent() {
    collect();
    List<RasMessage> all = sent.stream().map(RasClient.Outgoing::message).toList();
    sent.clear();
    return all;
  }

  /** The same with their octets. */
  List<RasClient.Outgoing> datagrams() {
    collect();
    List<RasClient.Outgoing> all = List.copyOf(sent);
    sent.clear();
    return all;
  }

  RasMessage last() {
    List<RasMessage> all = sent();
    if (all.isEmpty()) {
      throw new AssertionError("nothing was sent; events " + events);
    }
    return all.getLast();
  }

  private void collect() {
    sent.addAll(client.outgoing());
    events.addAll(client.events());
  }

  void receive(RasMessage message) {
    receive(message.encode());
  }

  void receive(Octets octets) {
    client.received(GATEKEEPER, octets, now);
    collect();
  }

  /** Lets time go by, doing what is due at its moment. */
  void pass(Duration time) {
    long end = now + time.toNanos();
    for (OptionalLong next = client.nextTimer();
        next.isPresent() && next.getAsLong() <= end;
        next = client.nextTimer()) {
      now = Math.max(now, next.getAsLong());
      client.timer(now);
      collect();
    }
    now = end;
  }

  /** Registers for this long; what was said until then is forgotten. */
  void registered(Duration life) {
    client.register(now);
    RasMessage first = last();
    if (first instanceof RasMessage.GatekeeperRequest) {
      confirmDiscovery(first);
      first = last();
    }
    confirmRegistration(first, life);
    sent();
    events.clear();
  }

  void confirmRegistration(RasMessage request, Duration life) {
    receive(registrationConfirm(number(request), life));
  }

  RasMessage registrationConfirm(int number, Duration life) {
    return new RasMessage.RegistrationConfirm(
        RegistrationConfirm.with()
            .requestSeqNum(number)
            .protocolIdentifier(PROTOCOL)
            .callSignalAddress(List.of())
            .endpointIdentifier("ep-1")
            .gatekeeperIdentifier("gk")
            .timeToLive(life.toSeconds())
            .willRespondToIRR(false)
            .maintainConnection(false)
            .build());
  }

  void confirmDiscovery(RasMessage request) {
    receive(
        new RasMessage.GatekeeperConfirm(
            GatekeeperConfirm.with()
                .requestSeqNum(number(request))
                .protocolIdentifier(PROTOCOL)
                .gatekeeperIdentifier("gk")
                .rasAddress(NetworkAddresses.transport(GATEKEEPER))
                .build()));
  }

  void confirmAdmission(RasMessage request, int reportSeconds) {
    TransportAddress destination = NetworkAddresses.transport(at(3, 1720));
    AdmissionConfirm.Builder confirm =
        AdmissionConfirm.with()
            .requestSeqNum(number(request))
            .bandWidth(3_840)
            .callModel(new CallModel.Direct())
            .destCallSignalAddress(destination)
            .willRespondToIRR(false);
    if (reportSeconds > 0) {
      confirm.irrFrequency(reportSeconds);
    }
    receive(new RasMessage.AdmissionConfirm(confirm.build()));
  }

  static int number(RasMessage message) {
    return RasParts.sequence(message).orElseThrow();
  }
}
