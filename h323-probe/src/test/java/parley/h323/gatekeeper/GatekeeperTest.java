package parley.h323.gatekeeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.core.call.Credentials;
import parley.core.wire.Octets;
import parley.h323.h225.LocationConfirm;
import parley.h323.h225.RasMessage;
import parley.h323.h225.UnregRequestReason;
import parley.h323.ras.Admission;
import parley.h323.ras.AdmissionQuery;
import parley.h323.ras.Aliases;
import parley.h323.ras.Disengagement;
import parley.h323.ras.NetworkAddresses;
import parley.h323.ras.RasClient;
import parley.h323.ras.RasEvent;
import parley.h323.ras.message.RasParts;
import parley.h323.ras.password.PasswordMethod;

/** What the gatekeeper decides, asked by our own endpoints, without sockets. */
class GatekeeperTest {
  private static final Credentials ACCOUNT = new Credentials("room", "open sesame");

  private static AdmissionQuery to(String alias) {
    return AdmissionQuery.calling(Zone.call(1, false), List.of(Aliases.of(alias)), 3_840);
  }

  @Test
  void admitsACallToARegisteredAlias() {
    Zone zone = new Zone(Zone.settings());
    RasClient caller = zone.registered(5, "room");
    RasClient called = zone.registered(6, "hall", "4711");
    Admission admission = zone.admitted(caller, to("4711")).orElseThrow();
    assertEquals(new InetSocketAddress("192.0.2.6", 1720), admission.destination());
    assertEquals(false, admission.routed());
    assertTrue(
        zone.admitted(
                called,
                AdmissionQuery.answering(
                    Zone.call(1, true),
                    List.of(Aliases.of("room")),
                    Optional.empty(),
                    List.of(Aliases.of("4711")),
                    3_840))
            .isPresent());
    assertEquals(2, zone.gatekeeper.calls().getFirst().legs().size());
    caller.disengage(Disengagement.normal(Zone.call(1, false)), zone.now);
    zone.settle();
    assertEquals(1, zone.gatekeeper.calls().size());
    called.disengage(Disengagement.normal(Zone.call(1, true)), zone.now);
    zone.settle();
    assertEquals(List.of(), zone.gatekeeper.calls());
  }

  @Test
  void refusesWhatCannotBe() {
    Zone zone = new Zone(Zone.settings());
    RasClient caller = zone.registered(5, "room");
    assertTrue(zone.admitted(caller, to("nobody")).isEmpty());
    assertEquals("calledPartyNotRegistered", zone.refusal(caller));
    RasClient twin = zone.registered(6, "room");
    assertEquals("duplicateAlias", zone.refusal(twin));
  }

  @Test
  void aRoutedCallGoesToTheGatekeeper() {
    Zone zone = new Zone(Zone.settings().withRouting());
    RasClient caller = zone.registered(5, "room");
    RasClient called = zone.registered(6, "hall");
    Admission admission = zone.admitted(caller, to("hall")).orElseThrow();
    assertEquals(Zone.SIGNALLING, admission.destination());
    assertTrue(admission.routed());
    // A call that came past the gatekeeper is sent back to it.
    assertTrue(
        zone.admitted(
                called,
                AdmissionQuery.answering(
                    Zone.call(9, true), List.of(), Optional.empty(), List.of(), 1))
            .isEmpty());
    assertEquals("routeCallToGatekeeper", zone.refusal(called));
  }

  @Test
  void theRightPasswordRegistersAndTheWrongOneDoesNot() {
    for (PasswordMethod method : PasswordMethod.values()) {
      Zone zone = new Zone(Zone.settings().withAccounts(List.of(ACCOUNT)));
      RasClient right = zone.add(5, Zone.endpoint(5, "room").with(ACCOUNT).with(method));
      right.register(zone.now);
      zone.settle();
      assertTrue(right.registration().isPresent(), method + " " + zone.told(right));
      assertTrue(zone.admitted(right, to("192.0.2.9")).isEmpty());
      assertEquals("calledPartyNotRegistered", zone.refusal(right));
      RasClient wrong =
          zone.add(6, Zone.endpoint(6, "room").with(new Credentials("room", "guess")).with(method));
      wrong.register(zone.now);
      zone.settle();
      assertEquals("securityDenial", zone.refusal(wrong), method.toString());
      RasClient none = zone.registered(7, "room");
      assertEquals("securityDenial", zone.refusal(none), method.toString());
    }
  }

  @Test
  void theGatekeeperChoosesTheStrongerMethodAndSealsItsAnswers() {
    Zone zone = new Zone(Zone.settings().withAccounts(List.of(ACCOUNT)));
    RasClient client = zone.add(5, Zone.endpoint(5, "room").with(ACCOUNT));
    client.register(zone.now);
    zone.settle();
    assertEquals(
        1, client.registration().orElseThrow().message().cryptoTokens().orElseThrow().size());
    zone.pass(Duration.ofMinutes(10));
    assertTrue(client.registration().isPresent());
  }

  @Test
  void forgetsWhoDoesNotRenew() {
    Zone zone = new Zone(Zone.settings().withTimeToLive(Duration.ofSeconds(30)));
    RasClient client = zone.registered(5, "room");
    zone.pass(Duration.ofMinutes(5));
    assertEquals(1, zone.gatekeeper.endpoints().size());
    zone.silence(client);
    zone.pass(Duration.ofSeconds(31));
    assertEquals(List.of(), zone.gatekeeper.endpoints());
    assertTrue(
        zone.happened.getLast() instanceof GatekeeperEvent.Unregistered(var who, String why)
            && why.equals("ttlExpired"));
  }

  @Test
  void whoIsThrownOutComesBack() {
    Zone zone = new Zone(Zone.settings());
    RasClient client = zone.registered(5, "room");
    zone.gatekeeper.expel(
        zone.gatekeeper.endpoints().getFirst(),
        new UnregRequestReason.ReregistrationRequired(),
        zone.now);
    zone.settle();
    assertEquals(1, zone.gatekeeper.endpoints().size());
    assertTrue(client.registration().isPresent());
  }

  @Test
  void bandwidthHasAnEnd() {
    Zone zone = new Zone(Zone.settings().withBandwidth(5_000, 6_000));
    RasClient caller = zone.registered(5, "room");
    zone.registered(6, "hall");
    assertEquals(3_840, zone.admitted(caller, to("hall")).orElseThrow().bandwidth());
    assertTrue(
        zone.admitted(
                caller,
                AdmissionQuery.calling(Zone.call(2, false), List.of(Aliases.of("hall")), 3_840))
            .isEmpty());
    assertEquals("resourceUnavailable", zone.refusal(caller));
    caller.bandwidth(Zone.call(1, false), 5_001, zone.now);
    zone.settle();
    assertEquals("insufficientResources", zone.refusal(caller));
    caller.bandwidth(Zone.call(1, false), 5_000, zone.now);
    zone.settle();
    assertEquals(5_000, zone.gatekeeper.calls().getFirst().bandwidth());
  }

  @Test
  void aDroppedCallEndsAtItsEndpoints() {
    Zone zone = new Zone(Zone.settings());
    RasClient caller = zone.registered(5, "room");
    zone.registered(6, "hall");
    zone.admitted(caller, to("hall"));
    zone.gatekeeper.inquire(zone.gatekeeper.endpoints().getFirst(), zone.now);
    zone.settle();
    zone.gatekeeper.drop(zone.gatekeeper.calls().getFirst(), zone.now);
    zone.settle();
    assertEquals(List.of(), caller.calls());
    assertTrue(zone.told(caller).getLast() instanceof RasEvent.CallEnded);
  }

  @Test
  void aNeighbourMayKnow() {
    InetSocketAddress neighbour = new InetSocketAddress("192.0.2.99", 1719);
    Zone zone = new Zone(Zone.settings().withNeighbours(List.of(neighbour)));
    RasClient caller = zone.registered(5, "room");
    assertTrue(zone.admitted(caller, to("far")).isEmpty());
    Gatekeeper.Outgoing question = zone.elsewhere.getLast();
    assertEquals("locationRequest", RasParts.name(question.message()));
    zone.gatekeeper.received(
        neighbour,
        new RasMessage.LocationConfirm(
                LocationConfirm.with()
                    .requestSeqNum(RasParts.sequence(question.message()).orElseThrow())
                    .callSignalAddress(
                        NetworkAddresses.transport(new InetSocketAddress("192.0.2.77", 1720)))
                    .rasAddress(NetworkAddresses.transport(neighbour))
                    .build())
            .encode(),
        zone.now);
    zone.settle();
    assertEquals(
        new InetSocketAddress("192.0.2.77", 1720), zone.gatekeeper.calls().getFirst().address());
  }

  @Test
  void aSilentNeighbourEndsInARefusal() {
    Zone zone =
        new Zone(
            Zone.settings().withNeighbours(List.of(new InetSocketAddress("192.0.2.99", 1719))));
    RasClient caller = zone.registered(5, "room");
    zone.admitted(caller, to("far"));
    zone.pass(Duration.ofSeconds(20));
    assertEquals("calledPartyNotRegistered", zone.refusal(caller));
  }

  @Test
  void aFloodIsNotHeard() {
    Zone zone = new Zone(Zone.settings().withLimits(new GatekeeperSettings.Limits(2, 2, 100)));
    InetSocketAddress flooder = new InetSocketAddress("192.0.2.66", 1);
    for (int i = 0; i < 10_000; i++) {
      zone.gatekeeper.received(
          flooder, Octets.of(new byte[] {0x26, (byte) 0x80, (byte) i}), zone.now);
    }
    zone.settle();
    assertEquals(100, zone.elsewhere.size());
    assertTrue(zone.happened.getLast() instanceof GatekeeperEvent.Flooded);
    RasClient other = zone.registered(5, "room");
    assertTrue(other.registration().isPresent());
    zone.registered(6, "hall");
    assertEquals("resourceUnavailable", zone.refusal(zone.registered(7, "attic")));
  }

  @Test
  void aRepeatedRequestGetsTheSameAnswerAndDoesNothingTwice() {
    Zone zone = new Zone(Zone.settings());
    RasClient client = zone.add(5, Zone.endpoint(5, "room").withoutDiscovery());
    client.register(zone.now);
    RasClient.Outgoing request = client.outgoing().getFirst();
    InetSocketAddress from = new InetSocketAddress("192.0.2.5", 40_000);
    zone.gatekeeper.received(from, request.octets(), zone.now);
    zone.gatekeeper.received(from, request.octets(), zone.now + 1);
    List<Gatekeeper.Outgoing> answers = zone.gatekeeper.outgoing();
    assertEquals(2, answers.size());
    assertEquals(answers.get(0).octets(), answers.get(1).octets());
    assertEquals(1, zone.gatekeeper.events().size());
  }

  @Test
  void noOctetsMakeItFail() {
    Zone zone =
        new Zone(Zone.settings().withLimits(new GatekeeperSettings.Limits(5, 5, 1_000_000)));
    Random random = new Random(20_261_125);
    RasClient client = zone.add(5, Zone.endpoint(5, "room").withoutDiscovery());
    client.register(zone.now);
    byte[] seed = client.outgoing().getFirst().octets().toArray();
    InetSocketAddress from = new InetSocketAddress("192.0.2.5", 40_000);
    for (int i = 0; i < 20_000; i++) {
      byte[] octets = i % 2 == 0 ? new byte[random.nextInt(200)] : seed.clone();
      if (i % 2 == 0) {
        random.nextBytes(octets);
      } else {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt();
      }
      zone.gatekeeper.received(from, Octets.of(octets), zone.now + i);
      zone.gatekeeper.outgoing();
      zone.gatekeeper.events();
    }
    assertTrue(zone.gatekeeper.endpoints().size() <= 5);
  }
}
