package parley.sip.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.core.call.CallFailure;
import parley.core.call.Format;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.record.Heading;
import parley.core.record.Transport;
import parley.sip.sdp.SessionDescription;

/** The simulated device can be broken on purpose, one rule at a time. */
class FaultsTest {
  private static final Duration SHORT = Duration.ofMillis(700);

  private static SipCall dial(Lab lab) throws Exception {
    lab.deviceAnswers();
    return lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
  }

  private static Lab with(SipBehaviour.Builder faults) throws Exception {
    return new Lab(SipBehaviour.correct(), faults.build());
  }

  @Test
  void ignoresABye() throws Exception {
    try (Lab lab = with(SipBehaviour.builder().ignored("BYE"))) {
      SipCall call = dial(lab);
      call.awaitAnswer(Lab.SOON);
      assertThrows(CallFailure.class, () -> call.hangUp(SHORT));
    }
  }

  @Test
  void ignoresOptions() throws Exception {
    try (Lab lab = with(SipBehaviour.builder().ignored("OPTIONS"))) {
      assertThrows(CallFailure.class, () -> lab.us.ping(lab.device.target(Transport.UDP), SHORT));
    }
  }

  @Test
  void answersEachCallWithAStatus() throws Exception {
    try (Lab lab = with(SipBehaviour.builder().inviteStatus(503))) {
      SipCall call = dial(lab);
      assertThrows(CallFailure.class, () -> call.awaitAnswer(Lab.SOON));
      assertEquals(1, lab.record.answers(Heading.RECEIVED, "INVITE", 503).size());
    }
  }

  @Test
  void refusesToBeHeld() throws Exception {
    try (Lab lab = with(SipBehaviour.builder().reinviteStatus(488))) {
      SipCall call = dial(lab);
      call.awaitAnswer(Lab.SOON);
      assertThrows(
          CallFailure.class,
          () -> call.propose(Lab.media(30000).withDirection(MediaDirection.SENDONLY), Lab.SOON));
      call.hangUp(Lab.SOON);
    }
  }

  @Test
  void offersNothingInALateOffer() throws Exception {
    try (Lab lab = with(SipBehaviour.builder().lateOfferWithoutSdp())) {
      lab.deviceAnswers();
      SipCall call =
          lab.us.dialLateOffer(lab.device.target(Transport.UDP), offer -> Lab.media(30000));
      CallFailure failure = assertThrows(CallFailure.class, () -> call.awaitAnswer(Lab.SOON));
      assertTrue(String.valueOf(failure.getMessage()).contains("without a session description"));
      assertEquals(1, lab.record.sent("BYE").size());
    }
  }

  @Test
  void dropsRefusedLines() throws Exception {
    try (Lab lab = with(SipBehaviour.builder().dropsRefusedLines())) {
      lab.device.onIncoming(call -> call.accept(new MediaDescription(List.of(Lab.audio(31000)))));
      SipCall call = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      assertEquals(1, call.awaitAnswer(Lab.SOON).theirs().lines().size());
      call.hangUp(Lab.SOON);
    }
  }

  @Test
  void refusesAnOfferWithAnUnknownCodec() throws Exception {
    try (Lab lab = with(SipBehaviour.builder().refusesUnknownCodecs())) {
      lab.deviceAnswers();
      List<Format> formats = new ArrayList<>(Lab.audio(30000).formats());
      formats.addFirst(new Format(120, "SIRENLPR", 48000));
      SipCall call =
          lab.us.dial(
              lab.device.target(Transport.UDP),
              new MediaDescription(List.of(Lab.audio(30000).withFormats(formats))));
      assertThrows(CallFailure.class, () -> call.awaitAnswer(Lab.SOON));
      assertEquals(1, lab.record.answers(Heading.RECEIVED, "INVITE", 488).size());
    }
  }

  @Test
  void changesTheTextOfItsAnswer() throws Exception {
    try (Lab lab =
        with(SipBehaviour.builder().answerText(text -> text.replace("a=sendrecv", "a=sendonly")))) {
      SipCall call = dial(lab);
      call.awaitAnswer(Lab.SOON);
      SessionDescription answer =
          SessionDescription.read(
              lab.record.answers(Heading.RECEIVED, "INVITE", 200).getFirst().sdp().orElseThrow());
      assertEquals(MediaDirection.SENDONLY, answer.direction(answer.media().getFirst()));
      call.hangUp(Lab.SOON);
    }
  }

  @Test
  void fallsSilentAfterACall() throws Exception {
    try (Lab lab = with(SipBehaviour.builder().silentAfterCalls(1))) {
      SipCall first = dial(lab);
      first.awaitAnswer(Lab.SOON);
      first.hangUp(Lab.SOON);
      SipCall second = dial(lab);
      assertThrows(CallFailure.class, () -> second.awaitAnswer(SHORT));
      assertThrows(CallFailure.class, () -> lab.us.ping(lab.device.target(Transport.UDP), SHORT));
    }
  }

  @Test
  void hasNoCredentials() throws Exception {
    try (Lab lab =
        new Lab(SipBehaviour.builder().noCredentials().build(), SipBehaviour.correct())) {
      assertThrows(
          CallFailure.class,
          () ->
              lab.us.register(
                  lab.device.target(Transport.UDP), "tester", Duration.ofMinutes(1), Lab.SOON));
    }
  }

  @Test
  void ringsUnreliablyThoughReliabilityIsPossible() throws Exception {
    try (Lab lab = with(SipBehaviour.builder().ringsReliably().ignoresRequiredReliability())) {
      SipCall call = dial(lab);
      call.awaitAnswer(Lab.SOON);
      assertTrue(lab.record.sent("PRACK").isEmpty());
      call.hangUp(Lab.SOON);
    }
  }
}
