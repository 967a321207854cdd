package parley.h323.ras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.core.wire.Octets;
import parley.h323.h225.DisengageReason;
import parley.h323.h225.DisengageRequest;
import parley.h323.h225.InfoRequest;
import parley.h323.h225.RasMessage;
import parley.h323.ras.message.RasDatagram;
import parley.h323.ras.message.RasParts;

/** Malformed, unknown, foreign and repeated datagrams. */
class NonsenseTest {
  private final Dialogue dialogue = new Dialogue(Dialogue.settings());

  @Test
  void whatCannotBeReadIsKeptAndAnswered() {
    dialogue.registered(Duration.ofMinutes(1));
    Octets nonsense = Octets.ofHex("26 80 00 01 ff ff ff ff");
    dialogue.receive(nonsense);
    assertTrue(
        dialogue.events.getLast() instanceof RasEvent.Unexpected(var from, var datagram, var why)
            && datagram.octets().equals(nonsense)
            && datagram.message().isEmpty(),
        dialogue.events.toString());
    assertTrue(
        dialogue.last() instanceof RasMessage.UnknownMessageResponse(var response)
            && response.messageNotUnderstood().orElseThrow().equals(nonsense));
  }

  @Test
  void aFloodOfNonsenseIsNotAnsweredAsOften() {
    dialogue.registered(Duration.ofMinutes(1));
    for (int i = 0; i < 1_000; i++) {
      dialogue.receive(Octets.ofHex("26 80"));
    }
    assertEquals(GatekeeperOrders.MOST_COMPLAINTS, dialogue.sent().size());
    dialogue.pass(Duration.ofSeconds(1));
    dialogue.receive(Octets.ofHex("26 80"));
    assertEquals(1, dialogue.sent().size());
  }

  @Test
  void nobodyElseCanSpeakForTheGatekeeper() {
    dialogue.registered(Duration.ofMinutes(1));
    dialogue.client.received(
        Dialogue.at(66, 1719),
        dialogue.registrationConfirm(1, Duration.ofDays(1)).encode(),
        dialogue.now);
    assertEquals(List.of(), dialogue.sent());
    assertTrue(dialogue.events.getLast() instanceof RasEvent.Unexpected);
  }

  @Test
  void aLateAnswerIsUnexpected() {
    dialogue.registered(Duration.ofMinutes(1));
    dialogue.receive(dialogue.registrationConfirm(1, Duration.ofMinutes(1)));
    assertTrue(dialogue.events.getLast() instanceof RasEvent.Unexpected);
  }

  @Test
  void aRepeatedOrderIsConfirmedAgainAndToldOnce() {
    dialogue.registered(Duration.ofMinutes(1));
    dialogue.client.admit(
        AdmissionQuery.calling(Dialogue.call(false), List.of(Aliases.of("4711")), 1), dialogue.now);
    dialogue.confirmAdmission(dialogue.last(), 0);
    dialogue.events.clear();
    RasMessage drop =
        new RasMessage.DisengageRequest(
            DisengageRequest.with()
                .requestSeqNum(9)
                .endpointIdentifier("ep-1")
                .conferenceID(Dialogue.call(false).conferenceId())
                .callReferenceValue(0)
                .disengageReason(new DisengageReason.ForcedDrop())
                .callIdentifier(RasRequests.identifier(Dialogue.call(false).callId()))
                .answeredCall(false)
                .build());
    dialogue.receive(drop);
    dialogue.receive(drop);
    assertEquals(
        List.of("disengageConfirm", "disengageConfirm"),
        dialogue.sent().stream().map(RasParts::name).toList());
    assertEquals(1, dialogue.events.size());
    assertEquals(List.of(), dialogue.client.calls());
  }

  @Test
  void anInquiryIsAnsweredWithTheCallsThereAre() {
    dialogue.registered(Duration.ofMinutes(1));
    dialogue.client.admit(
        AdmissionQuery.calling(Dialogue.call(false), List.of(Aliases.of("4711")), 1), dialogue.now);
    dialogue.confirmAdmission(dialogue.last(), 0);
    dialogue.receive(
        new RasMessage.InfoRequest(
            InfoRequest.with()
                .requestSeqNum(12)
                .callReferenceValue(0)
                .callIdentifier(RasRequests.identifier(Octets.of(new byte[16])))
                .build()));
    assertTrue(
        dialogue.last() instanceof RasMessage.InfoRequestResponse(var report)
            && report.requestSeqNum() == 12
            && report.perCallInfo().orElseThrow().getFirst().callReferenceValue() == 77);
  }

  @Test
  void noOctetsMakeItFail() {
    Random random = new Random(20_261_125);
    dialogue.registered(Duration.ofHours(1));
    Octets seed = dialogue.registrationConfirm(3, Duration.ofMinutes(1)).encode();
    for (int i = 0; i < 20_000; i++) {
      byte[] octets = seed.toArray();
      if (i % 2 == 0) {
        octets = new byte[random.nextInt(200)];
        random.nextBytes(octets);
      } else {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt();
      }
      RasDatagram datagram = RasDatagram.read(Octets.of(octets));
      assertTrue(datagram.message().isPresent() || !datagram.problems().isEmpty());
      dialogue.receive(Octets.of(octets));
      dialogue.sent();
      dialogue.events.clear();
    }
  }
}
