package parley.h323.ras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.call.Credentials;
import parley.h323.h225.AdmissionRequest;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.DisengageRequest;
import parley.h323.h225.RasMessage;
import parley.h323.h225.RegistrationRequest;
import parley.h323.ras.RecordedRas.Recorded;
import parley.h323.ras.message.RasParts;

/**
 * The client plays each recorded endpoint: where that one asked, ours asks the same, and it gets
 * the answer GnuGk gave then.
 */
class RecordedDialogueTest {
  static List<String> captures() {
    return RecordedRas.CAPTURES;
  }

  @ParameterizedTest
  @MethodSource("captures")
  void endsAsTheRecordedEndpointDid(String capture) throws IOException {
    Map<InetSocketAddress, List<Recorded>> dialogues = new LinkedHashMap<>();
    RecordedRas.of(capture)
        .forEach(
            each -> dialogues.computeIfAbsent(each.endpoint(), key -> new ArrayList<>()).add(each));
    int played = 0;
    for (List<Recorded> dialogue : dialogues.values()) {
      if (dialogue.getFirst().message() instanceof RasMessage.GatekeeperRequest) {
        new Play(dialogue, capture.equals("simph_ras_auth")).run();
        played++;
      }
    }
    assertTrue(played > 0, "nothing was played");
  }

  @Test
  void anEndpointBehindANatHearsOfTheCallThatWaits() throws IOException {
    List<Recorded> called =
        RecordedRas.of("simph_gnugk_routed_h46018_19").stream()
            .filter(each -> each.endpoint().getPort() == 42_049)
            .toList();
    new Play(called, false).run();
    assertEquals(8, called.size());
  }

  /** One endpoint's dialogue, played to its end. */
  private static final class Play {
    private final List<Recorded> dialogue;
    private final RasClient client;
    private final List<RasClient.Outgoing> sent = new ArrayList<>();
    private final List<RasEvent> events = new ArrayList<>();

    Play(List<Recorded> dialogue, boolean password) {
      this.dialogue = dialogue;
      RegistrationRequest request =
          dialogue.stream()
              .map(Recorded::message)
              .filter(RasMessage.RegistrationRequest.class::isInstance)
              .map(each -> ((RasMessage.RegistrationRequest) each).value())
              .findFirst()
              .orElseThrow();
      List<AliasAddress> aliases =
          request.terminalAlias().orElse(List.of(new AliasAddress.H323ID("simple1")));
      InetSocketAddress gatekeeper =
          dialogue.stream()
              .filter(Recorded::fromGatekeeper)
              .map(Recorded::from)
              .findFirst()
              .orElseThrow();
      RasSettings settings =
          RasSettings.terminal(
              gatekeeper,
              aliases,
              List.of(NetworkAddresses.of(request.callSignalAddress().getFirst()).orElseThrow()),
              "test",
              "1");
      // The password of the account in that capture; the first try there was with another one.
      if (password) {
        settings = settings.with(new Credentials("simple1", "secret1"));
      }
      client = new RasClient(settings, dialogue.getFirst().endpoint(), new Random(3));
    }

    void run() {
      if (!(dialogue.getFirst().message() instanceof RasMessage.GatekeeperRequest)) {
        registerBefore();
      }
      for (Recorded each : dialogue) {
        if (each.fromGatekeeper()) {
          receive(each);
        } else {
          say(each);
        }
      }
      settle();
      assertEquals(
          dialogue.stream()
              .filter(Recorded::fromGatekeeper)
              .map(Recorded::message)
              .filter(each -> !RasParts.isRequest(each))
              .filter(each -> !(each instanceof RasMessage.GatekeeperConfirm))
              .map(RasParts::name)
              .toList(),
          events.stream().flatMap(Play::answer).map(RasParts::name).toList());
      assertTrue(
          events.stream().noneMatch(RasEvent.Unexpected.class::isInstance), events.toString());
      assertTrue(events.stream().noneMatch(RasEvent.NotSent.class::isInstance), events.toString());
    }

    /** The capture begins after the registration: what its renewal says stands for it. */
    private void registerBefore() {
      Recorded renewal =
          dialogue.stream()
              .filter(each -> each.message() instanceof RasMessage.RegistrationConfirm)
              .findFirst()
              .orElseThrow();
      client.register(dialogue.getFirst().time());
      settle();
      answer(new RasMessage.GatekeeperConfirm(discovered(renewal)), dialogue.getFirst());
      answer(renewal.message(), dialogue.getFirst());
      events.clear();
    }

    private parley.h323.h225.GatekeeperConfirm discovered(Recorded renewal) {
      return parley.h323.h225.GatekeeperConfirm.with()
          .requestSeqNum(1)
          .protocolIdentifier(RasRequests.PROTOCOL)
          .rasAddress(NetworkAddresses.transport(renewal.from()))
          .build();
    }

    private void answer(RasMessage message, Recorded when) {
      settle();
      int number = RasParts.sequence(sent.getLast().message()).orElseThrow();
      client.received(
          dialogue.stream().filter(Recorded::fromGatekeeper).findFirst().orElseThrow().from(),
          RecordedRas.withSequence(message, number).encode(),
          when.time());
      settle();
    }

    private void say(Recorded each) {
      switch (each.message()) {
        case RasMessage.GatekeeperRequest ignored -> client.register(each.time());
        case RasMessage.RegistrationRequest(var request) -> {
          if (request.keepAlive().orElse(false)) {
            client.timer(client.nextTimer().orElseThrow());
          }
        }
        case RasMessage.AdmissionRequest(AdmissionRequest request) -> {
          CallIdentity call =
              new CallIdentity(
                  request.callReferenceValue(),
                  request.conferenceID(),
                  request.callIdentifier().orElseThrow().guid(),
                  request.answerCall());
          long ticket =
              client.admit(
                  new AdmissionQuery(
                      call,
                      request.destinationInfo().orElse(List.of()),
                      request.destCallSignalAddress().flatMap(NetworkAddresses::of),
                      request.srcInfo(),
                      request.srcCallSignalAddress().flatMap(NetworkAddresses::of),
                      request.bandWidth(),
                      List.of(),
                      List.of()),
                  each.time());
          assertTrue(ticket > 0);
        }
        case RasMessage.DisengageRequest(DisengageRequest request) ->
            client.disengage(
                new Disengagement(
                    new CallIdentity(
                        request.callReferenceValue(),
                        request.conferenceID(),
                        request.callIdentifier().orElseThrow().guid(),
                        request.answeredCall().orElse(false)),
                    request.disengageReason(),
                    request.terminationCause()),
                each.time());
        case RasMessage.ServiceControlResponse ignored -> {}
        default -> throw new AssertionError(RasParts.name(each.message()));
      }
      settle();
      RasMessage ours = sent.getLast().message();
      assertEquals(RasParts.name(each.message()), RasParts.name(ours), "frame " + each.number());
      assertEquals(
          RasParts.endpointIdentifier(each.message()),
          RasParts.endpointIdentifier(ours),
          "frame " + each.number());
      same(each.message(), ours);
    }

    private static void same(RasMessage theirs, RasMessage ours) {
      if (theirs instanceof RasMessage.AdmissionRequest(var wanted)
          && ours instanceof RasMessage.AdmissionRequest(var got)) {
        assertEquals(wanted.destinationInfo(), got.destinationInfo());
        assertEquals(wanted.srcInfo(), got.srcInfo());
        assertEquals(wanted.callIdentifier(), got.callIdentifier());
        assertEquals(wanted.gatekeeperIdentifier(), got.gatekeeperIdentifier());
        assertEquals(wanted.bandWidth(), got.bandWidth());
        assertEquals(wanted.answerCall(), got.answerCall());
      }
      if (theirs instanceof RasMessage.RegistrationRequest(var wanted)
          && ours instanceof RasMessage.RegistrationRequest(var got)) {
        assertEquals(wanted.terminalAlias(), got.terminalAlias());
        assertEquals(wanted.callSignalAddress(), got.callSignalAddress());
        assertEquals(wanted.rasAddress(), got.rasAddress());
        assertEquals(wanted.keepAlive(), got.keepAlive());
        assertEquals(wanted.discoveryComplete(), got.discoveryComplete());
      }
    }

    private void receive(Recorded each) {
      settle();
      boolean asks = RasParts.isRequest(each.message());
      int before = sent.size();
      client.received(each.from(), asks ? each.octets() : renumbered(each), each.time());
      settle();
      if (asks) {
        assertEquals(answerTo(each), sent.get(before).message(), "frame " + each.number());
        assertTrue(events.getLast() instanceof RasEvent.ServiceControl, events.toString());
      }
    }

    private static RasMessage answerTo(Recorded each) {
      return new RasMessage.ServiceControlResponse(
          parley.h323.h225.ServiceControlResponse.with()
              .requestSeqNum(RasParts.sequence(each.message()).orElseThrow())
              .build());
    }

    /** A sealed answer cannot be changed: what is answered bears the recorded number then. */
    private parley.core.wire.Octets renumbered(Recorded each) {
      int number =
          RasParts.sequence(
                  sent.reversed().stream()
                      .map(RasClient.Outgoing::message)
                      .filter(RasParts::isRequest)
                      .findFirst()
                      .orElseThrow())
              .orElseThrow();
      RasMessage message = RasParts.withCryptoTokens(each.message(), List.of());
      return RecordedRas.withSequence(message, number).encode();
    }

    private void settle() {
      sent.addAll(client.outgoing());
      events.addAll(client.events());
    }

    private static Stream<RasMessage> answer(RasEvent event) {
      return switch (event) {
        case RasEvent.Granted(long ticket, RasMessage answer) -> Stream.of(answer);
        case RasEvent.Refused(long ticket, RasRefusal refusal) -> Stream.of(refusal.message());
        default -> Stream.empty();
      };
    }
  }
}
