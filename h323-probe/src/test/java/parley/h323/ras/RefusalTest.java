package parley.h323.ras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.core.call.Refusal;
import parley.h323.h225.AdmissionReject;
import parley.h323.h225.AdmissionRejectReason;
import parley.h323.h225.RasMessage;

/** What is refused is told with the reason, in words of both worlds. */
class RefusalTest {
  @Test
  void everyReasonReachesWhoAsked() {
    Map<AdmissionRejectReason, Refusal> reasons =
        Map.of(
            new AdmissionRejectReason.CalledPartyNotRegistered(), Refusal.NOT_FOUND,
            new AdmissionRejectReason.IncompleteAddress(), Refusal.NOT_FOUND,
            new AdmissionRejectReason.ResourceUnavailable(), Refusal.BUSY,
            new AdmissionRejectReason.ExceedsCallCapacity(), Refusal.BUSY,
            new AdmissionRejectReason.RequestDenied(), Refusal.DECLINED,
            new AdmissionRejectReason.SecurityDenial(), Refusal.UNAUTHORIZED,
            new AdmissionRejectReason.InvalidPermission(), Refusal.UNAUTHORIZED,
            new AdmissionRejectReason.NeededFeatureNotSupported(), Refusal.UNSUPPORTED,
            new AdmissionRejectReason.RouteCallToSCN(List.of()), Refusal.OTHER);
    reasons.forEach(
        (reason, refusal) -> {
          Dialogue dialogue = new Dialogue(Dialogue.settings());
          dialogue.registered(Duration.ofMinutes(1));
          long ticket =
              dialogue.client.admit(
                  AdmissionQuery.calling(
                      Dialogue.call(false), List.of(Aliases.of("nobody")), 3_840),
                  dialogue.now);
          dialogue.receive(
              new RasMessage.AdmissionReject(
                  AdmissionReject.with()
                      .requestSeqNum(Dialogue.number(dialogue.last()))
                      .rejectReason(reason)
                      .build()));
          assertTrue(
              dialogue.events.getLast() instanceof RasEvent.Refused(long which, var refused)
                  && which == ticket
                  && refused.refusal() == refusal,
              dialogue.events.toString());
          assertEquals(List.of(), dialogue.client.calls());
        });
  }

  @Test
  void theReasonIsCalledAsTheRecommendationCallsIt() {
    RasRefusal refusal =
        RasRefusal.of(
                new RasMessage.AdmissionReject(
                    AdmissionReject.with()
                        .requestSeqNum(1)
                        .rejectReason(new AdmissionRejectReason.CalledPartyNotRegistered())
                        .build()))
            .orElseThrow();
    assertEquals("calledPartyNotRegistered (admissionReject)", refusal.toString());
  }

  @Test
  void whoIsNotRegisteredAsksNothing() {
    Dialogue dialogue = new Dialogue(Dialogue.settings());
    dialogue.client.admit(
        AdmissionQuery.calling(Dialogue.call(false), List.of(Aliases.of("4711")), 1), dialogue.now);
    assertEquals(List.of(), dialogue.sent());
    assertTrue(dialogue.events.getLast() instanceof RasEvent.NotSent);
  }
}
