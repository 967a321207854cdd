package parley.sip.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.core.call.Call;
import parley.core.call.CallFailure;
import parley.core.call.CallState;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.Refusal;
import parley.core.call.Registration;
import parley.core.call.Target;
import parley.core.record.Heading;
import parley.core.record.Transport;

/** What else happens to calls. */
class MoreCallsTest {
  @ParameterizedTest
  @EnumSource(Transport.class)
  void theCalledSideHangsUp(Transport transport) throws Exception {
    try (Lab lab = new Lab()) {
      CompletableFuture<Call> taken = new CompletableFuture<>();
      lab.device.onIncoming(call -> taken.complete(call.accept(Lab.media(31000))));
      SipCall call = lab.us.dial(lab.device.target(transport), Lab.media(30000));
      call.awaitAnswer(Lab.SOON);
      taken.get().hangUp(Lab.SOON);
      call.awaitRelease(Lab.SOON);
      assertEquals(CallState.RELEASED, call.state());
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void givesUpACallThatRings(Transport transport) throws Exception {
    try (Lab lab = new Lab()) {
      lab.device.onIncoming(
          call -> {
            call.ring();
            Thread.sleep(5_000);
          });
      SipCall call = lab.us.dial(lab.device.target(transport), Lab.media(30000));
      call.awaitProgress(Lab.SOON);
      call.cancel();
      call.awaitRelease(Lab.SOON);
      assertEquals(1, lab.record.sent("CANCEL").size());
      assertEquals(1, lab.record.answers(Heading.RECEIVED, "CANCEL", 200).size());
      assertEquals(1, lab.record.answers(Heading.RECEIVED, "INVITE", 487).size());
      assertEquals(1, lab.record.sent("ACK").size());
    }
  }

  @Test
  void endsACallWhoseAnswerCrossedTheCancel() throws Exception {
    SipBehaviour deaf = SipBehaviour.builder().keepsRingingAfterCancel().build();
    try (Lab lab = new Lab(SipBehaviour.correct(), deaf)) {
      CountDownLatch cancelled = new CountDownLatch(1);
      lab.device.onIncoming(
          call -> {
            call.ring();
            cancelled.await();
            call.accept(Lab.media(31000));
          });
      SipCall call = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      call.awaitProgress(Lab.SOON);
      call.cancel();
      while (lab.deviceRecord.received("CANCEL").isEmpty()) {
        Thread.sleep(5);
      }
      cancelled.countDown();
      call.awaitRelease(Lab.SOON);
      assertEquals(1, lab.record.sent("ACK").size());
      assertEquals(1, lab.record.sent("BYE").size());
    }
  }

  @Test
  void saysWhyACallWasRefused() throws Exception {
    try (Lab lab = new Lab()) {
      lab.device.onIncoming(call -> call.refuse(Refusal.BUSY));
      SipCall call = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      CallFailure failure = assertThrows(CallFailure.class, () -> call.awaitAnswer(Lab.SOON));
      assertTrue(
          String.valueOf(failure.getMessage()).contains("486 Busy Here"), failure.getMessage());
      assertEquals(CallState.RELEASED, call.state());
    }
  }

  @Test
  void saysInPlainWordsThatNobodyAnswered() throws Exception {
    SipBehaviour mute = SipBehaviour.builder().ignored("INVITE").build();
    try (Lab lab = new Lab(SipBehaviour.correct(), mute)) {
      SipCall call = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      CallFailure failure =
          assertThrows(CallFailure.class, () -> call.awaitAnswer(Duration.ofSeconds(1)));
      assertEquals(
          "no answer from "
              + lab.device.target(Transport.UDP)
              + " (it said nothing at all) within 1 s",
          failure.getMessage());
    }
  }

  @Test
  void saysThatNobodyListensOnAPort() throws Exception {
    try (Lab lab = new Lab()) {
      CallFailure failure =
          assertThrows(
              CallFailure.class,
              () -> lab.us.dial(Target.parse("sip:x@127.0.0.1:1;transport=tcp"), Lab.media(30000)));
      assertTrue(
          String.valueOf(failure.getMessage()).contains("connection refused"),
          failure.getMessage());
      assertThrows(
          CallFailure.class, () -> lab.us.dial(Target.parse("h323:x@127.0.0.1"), Lab.media(1)));
    }
  }

  @Test
  void confirmsReliableRingingAndTakesTheAnswerFromIt() throws Exception {
    try (Lab lab = new Lab()) {
      lab.device.onIncoming(
          call -> {
            ((SipIncomingCall) call).ringReliably();
            ((SipIncomingCall) call).progress(Lab.media(31000));
            call.accept(Lab.media(31000));
          });
      SipCall call = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      call.awaitAnswer(Lab.SOON);
      assertEquals(2, lab.record.sent("PRACK").size());
      assertEquals(2, lab.record.answers(Heading.RECEIVED, "PRACK", 200).size());
      assertTrue(lab.record.answers(Heading.RECEIVED, "INVITE", 200).getFirst().sdp().isEmpty());
      call.hangUp(Lab.SOON);
    }
  }

  @Test
  void answersAnEarlyOfferOfTheDeviceInThePrack() throws Exception {
    try (Lab lab = new Lab()) {
      lab.device.onIncoming(
          call -> {
            ((SipIncomingCall) call).progress(Lab.media(31000));
            call.accept(Lab.media(31000));
          });
      SipCall call =
          lab.us.dialLateOffer(lab.device.target(Transport.TCP), offer -> Lab.media(30000));
      MediaAgreement agreed = call.awaitAnswer(Lab.SOON);
      assertFalse(agreed.weOffered());
      assertTrue(lab.record.sent("PRACK").getFirst().sdp().isPresent());
      assertTrue(lab.record.sent("ACK").getFirst().sdp().isEmpty());
      call.hangUp(Lab.SOON);
    }
  }

  @Test
  void repeatsAReliableResponseUntilItIsConfirmed() throws Exception {
    SipBehaviour deaf = SipBehaviour.builder().neverPracks().build();
    try (Lab lab = new Lab(deaf, SipBehaviour.correct())) {
      lab.device.onIncoming(
          call -> {
            ((SipIncomingCall) call).ringReliably();
            Thread.sleep(3_000);
          });
      SipCall call = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      call.awaitProgress(Lab.SOON);
      Thread.sleep(1_800);
      assertTrue(lab.record.answers(Heading.RECEIVED, "INVITE", 180).size() >= 2);
      call.cancel();
      call.awaitRelease(Lab.SOON);
    }
  }

  @Test
  void repeatsThe200UntilTheAckAndTheAckForEach200() throws Exception {
    SipBehaviour deaf = SipBehaviour.builder().neverAcknowledges().build();
    try (Lab lab = new Lab(deaf, SipBehaviour.correct())) {
      lab.deviceAnswers();
      SipCall call = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      call.awaitAnswer(Lab.SOON);
      Thread.sleep(1_800);
      assertTrue(lab.record.answers(Heading.RECEIVED, "INVITE", 200).size() >= 2);
      assertTrue(lab.record.sent("ACK").isEmpty());
      call.hangUp(Lab.SOON);
    }
  }

  @Test
  void refreshesTheSessionByUpdateAndTheDeviceAgreesOnWhoDoes() throws Exception {
    try (Lab lab = new Lab()) {
      lab.deviceAnswers();
      SipCall call = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      call.awaitAnswer(Lab.SOON);
      assertEquals(Optional.of(1800), call.sessionInterval());
      assertTrue(call.weRefresh());
      call.refreshNow(Lab.SOON);
      assertEquals(1, lab.record.sent("UPDATE").size());
      assertEquals(
          "1800;refresher=uac",
          lab.record.sent("UPDATE").getFirst().header("session-expires").orElse(""));
      call.hangUp(Lab.SOON);
    }
  }

  @Test
  void raisesASessionIntervalThatIsTooSmall() throws Exception {
    SipBehaviour hasty = SipBehaviour.builder().sessionExpires(30).build();
    try (Lab lab = new Lab(hasty, SipBehaviour.correct())) {
      lab.deviceAnswers();
      SipCall call = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      call.awaitAnswer(Lab.SOON);
      assertEquals(1, lab.record.answers(Heading.RECEIVED, "INVITE", 422).size());
      assertEquals(Optional.of(90), call.sessionInterval());
      call.hangUp(Lab.SOON);
    }
  }

  @Test
  void theDeviceChangesTheCallAndWeDecide() throws Exception {
    try (Lab lab = new Lab()) {
      CompletableFuture<Call> taken = new CompletableFuture<>();
      lab.device.onIncoming(call -> taken.complete(call.accept(Lab.media(31000))));
      SipCall call = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      call.awaitAnswer(Lab.SOON);
      MediaAgreement held =
          taken.get().propose(Lab.media(31000).withDirection(MediaDirection.SENDONLY), Lab.SOON);
      assertEquals(MediaDirection.RECVONLY, held.theirs().lines().getFirst().direction());
      call.onProposal(offer -> Optional.empty());
      CallFailure refused =
          assertThrows(CallFailure.class, () -> taken.get().propose(Lab.media(31000), Lab.SOON));
      assertTrue(String.valueOf(refused.getMessage()).contains("488"), refused.getMessage());
      call.hangUp(Lab.SOON);
    }
  }

  @Test
  void bothProposeAtOnceAndBothSucceedInTheEnd() throws Exception {
    try (Lab lab = new Lab()) {
      CompletableFuture<Call> taken = new CompletableFuture<>();
      lab.device.onIncoming(call -> taken.complete(call.accept(Lab.media(31000))));
      SipCall call = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      call.awaitAnswer(Lab.SOON);
      Call theirs = taken.get();
      CompletableFuture<MediaAgreement> other = new CompletableFuture<>();
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  other.complete(theirs.propose(Lab.media(31000), Lab.SOON));
                } catch (CallFailure | InterruptedException e) {
                  other.completeExceptionally(e);
                }
              });
      call.propose(Lab.media(30000), Lab.SOON);
      other.get(8, TimeUnit.SECONDS);
      call.hangUp(Lab.SOON);
    }
  }

  @Test
  void asksForAnIntraPicture() throws Exception {
    try (Lab lab = new Lab()) {
      CountDownLatch asked = new CountDownLatch(1);
      lab.device.onIncoming(
          call -> ((SipCall) call.accept(Lab.media(31000))).onIntraRequest(asked::countDown));
      SipCall call = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      call.awaitAnswer(Lab.SOON);
      call.requestIntra(MediaKind.VIDEO);
      assertTrue(asked.await(5, TimeUnit.SECONDS));
      call.hangUp(Lab.SOON);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void asksWhatTheDeviceCanDo(Transport transport) throws Exception {
    try (Lab lab = new Lab()) {
      OptionsAnswer answer = lab.us.options(lab.device.target(transport), Lab.SOON);
      assertEquals(200, answer.status());
      assertTrue(answer.allow().contains("PRACK"));
      assertTrue(answer.accept().contains("application/sdp"));
      assertTrue(answer.supported().contains("timer"));
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void registersWithTheStrongestDigest(Transport transport) throws Exception {
    try (Lab lab = new Lab()) {
      Registration ours =
          lab.us.register(lab.device.target(transport), "tester", Duration.ofMinutes(10), Lab.SOON);
      assertEquals(Duration.ofMinutes(10), ours.expiry());
      Registration seen = lab.device.awaitRegistration(Lab.SOON);
      assertEquals("sip:tester@127.0.0.1", seen.who());
      assertTrue(
          lab.record
              .sent("REGISTER")
              .getLast()
              .header("authorization")
              .orElse("")
              .contains("algorithm=SHA-256"));
    }
  }

  @Test
  void registersWithMd5WhereNothingElseIsOffered() throws Exception {
    SipBehaviour old = SipBehaviour.builder().onlyMd5().build();
    try (Lab lab = new Lab(SipBehaviour.correct(), old)) {
      lab.us.register(lab.device.target(Transport.UDP), "tester", Duration.ofMinutes(1), Lab.SOON);
      assertTrue(
          lab.record
              .sent("REGISTER")
              .getLast()
              .header("authorization")
              .orElse("")
              .contains("algorithm=MD5"));
    }
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    try (Lab lab = new Lab();
        SipSignalling thief =
            SipSignalling.open(Lab.setup("tester", new Recorder(), "guess", java.util.List.of()))) {
      CallFailure failure =
          assertThrows(
              CallFailure.class,
              () ->
                  thief.register(
                      lab.device.target(Transport.UDP), "tester", Duration.ofMinutes(1), Lab.SOON));
      assertTrue(String.valueOf(failure.getMessage()).contains("403"), failure.getMessage());
    }
  }

  @Test
  void answersAChallengeToItsCall() throws Exception {
    SipBehaviour careful = SipBehaviour.builder().challengesCalls().build();
    try (Lab lab = new Lab(SipBehaviour.correct(), careful)) {
      lab.deviceAnswers();
      SipCall call = lab.us.dial(lab.device.target(Transport.UDP), Lab.media(30000));
      call.awaitAnswer(Lab.SOON);
      assertEquals(2, lab.record.sent("INVITE").size());
      call.hangUp(Lab.SOON);
    }
  }

  @Test
  void tellsWhoWasOnTheOtherEndOfTls() throws Exception {
    try (Lab lab = new Lab()) {
      lab.us.options(lab.device.target(Transport.TLS), Lab.SOON);
      assertEquals("TLSv1.3", lab.us.tlsPeers().getFirst().protocol());
      assertTrue(
          lab.us.tlsPeers().getFirst().subject().orElse("").contains("127.0.0.1"),
          lab.us.tlsPeers().toString());
    }
  }
}
