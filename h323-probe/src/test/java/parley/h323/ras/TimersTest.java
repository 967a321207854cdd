package parley.h323.ras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.h323.h225.RasMessage;
import parley.h323.h225.RegistrationReject;
import parley.h323.h225.RegistrationRejectReason;
import parley.h323.h225.RequestInProgress;
import parley.h323.h225.UnregRequestReason;
import parley.h323.h225.UnregistrationRequest;
import parley.h323.ras.message.RasParts;

/** What happens when nobody answers, or when time runs out. */
class TimersTest {
  private final Dialogue dialogue = new Dialogue(Dialogue.settings());

  @Test
  void anUnansweredRequestIsSentAgainUnchangedAndThenGivenUp() {
    long ticket = dialogue.client.register(dialogue.now);
    dialogue.pass(Duration.ofMillis(14_999));
    List<RasClient.Outgoing> sent = dialogue.datagrams();
    assertEquals(3, sent.size());
    assertEquals(1, sent.stream().map(RasClient.Outgoing::octets).distinct().count());
    assertEquals(List.of(), dialogue.events);
    dialogue.pass(Duration.ofMillis(1));
    assertEquals(List.of(new RasEvent.NoAnswer(ticket, "gatekeeperRequest", 3)), dialogue.events);
    dialogue.pass(Duration.ofMinutes(10));
    assertEquals(List.of(), dialogue.sent());
  }

  @Test
  void requestInProgressGivesTheGatekeeperMoreTime() {
    dialogue.client.register(dialogue.now);
    RasMessage request = dialogue.last();
    dialogue.pass(Duration.ofSeconds(4));
    dialogue.receive(
        new RasMessage.RequestInProgress(
            RequestInProgress.with()
                .requestSeqNum(Dialogue.number(request))
                .delay(20_000)
                .build()));
    dialogue.pass(Duration.ofMillis(19_900));
    assertEquals(List.of(), dialogue.sent());
    dialogue.pass(Duration.ofMillis(200));
    assertEquals(1, dialogue.sent().size());
  }

  @Test
  void aRegistrationIsRenewedInHalfItsTime() {
    dialogue.registered(Duration.ofSeconds(60));
    dialogue.pass(Duration.ofMillis(29_999));
    assertEquals(List.of(), dialogue.sent());
    dialogue.pass(Duration.ofMillis(1));
    RasMessage renewal = dialogue.last();
    assertTrue(
        renewal instanceof RasMessage.RegistrationRequest(var request)
            && request.keepAlive().orElse(false)
            && request.endpointIdentifier().orElse("").equals("ep-1")
            && request.terminalAlias().isEmpty(),
        renewal.toString());
    dialogue.confirmRegistration(renewal, Duration.ofSeconds(60));
    dialogue.pass(Duration.ofSeconds(30));
    assertEquals(1, dialogue.sent().size());
  }

  @Test
  void aRegistrationNobodyRenewsEndsAndBeginsAnew() {
    dialogue.registered(Duration.ofSeconds(60));
    dialogue.pass(Duration.ofMillis(59_999));
    assertTrue(dialogue.client.registration().isPresent());
    dialogue.sent();
    dialogue.pass(Duration.ofMillis(1));
    assertTrue(dialogue.client.registration().isEmpty());
    assertTrue(dialogue.events.stream().anyMatch(RasEvent.RegistrationEnded.class::isInstance));
    assertEquals("gatekeeperRequest", RasParts.name(dialogue.last()));
  }

  @Test
  void aGatekeeperThatForgotUsGetsAFullRegistration() {
    dialogue.registered(Duration.ofSeconds(60));
    dialogue.pass(Duration.ofSeconds(30));
    dialogue.receive(
        new RasMessage.RegistrationReject(
            RegistrationReject.with()
                .requestSeqNum(Dialogue.number(dialogue.last()))
                .protocolIdentifier(Dialogue.PROTOCOL)
                .rejectReason(new RegistrationRejectReason.FullRegistrationRequired())
                .build()));
    RasMessage discovery = dialogue.last();
    dialogue.confirmDiscovery(discovery);
    RasMessage registration = dialogue.last();
    assertTrue(
        registration instanceof RasMessage.RegistrationRequest(var request)
            && !request.keepAlive().orElse(true)
            && request.terminalAlias().isPresent(),
        registration.toString());
  }

  @Test
  void anEndpointThatIsThrownOutConfirmsAndRegistersAnew() {
    dialogue.registered(Duration.ofSeconds(60));
    dialogue.receive(
        new RasMessage.UnregistrationRequest(
            UnregistrationRequest.with()
                .requestSeqNum(4_711)
                .callSignalAddress(List.of())
                .reason(new UnregRequestReason.ReregistrationRequired())
                .build()));
    assertEquals(
        List.of("unregistrationConfirm", "gatekeeperRequest"),
        dialogue.sent().stream().map(RasParts::name).toList());
  }

  @Test
  void aCallIsReportedAsOftenAsTheGatekeeperWants() {
    dialogue.registered(Duration.ofHours(1));
    dialogue.client.admit(
        AdmissionQuery.calling(Dialogue.call(false), List.of(Aliases.of("4711")), 3_840),
        dialogue.now);
    dialogue.confirmAdmission(dialogue.last(), 10);
    dialogue.pass(Duration.ofSeconds(31));
    List<RasMessage> reports = dialogue.sent();
    assertEquals(3, reports.size());
    assertTrue(
        reports.getFirst() instanceof RasMessage.InfoRequestResponse(var report)
            && report.unsolicited().orElse(false)
            && report.perCallInfo().orElseThrow().size() == 1);
  }

  @Test
  void sequenceNumbersGoRoundWithoutZero() {
    PendingRequests pending = new PendingRequests(new java.util.Random(1));
    java.util.Set<Integer> seen = new java.util.HashSet<>();
    for (int i = 0; i < 65_535; i++) {
      seen.add(pending.nextSequence());
    }
    assertEquals(65_535, seen.size());
    assertTrue(!seen.contains(0) && !seen.contains(65_536));
  }
}
