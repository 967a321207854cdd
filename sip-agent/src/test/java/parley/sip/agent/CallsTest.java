package parley.sip.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.core.call.CallState;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.record.Heading;
import parley.core.record.Transport;

/** The flows of a call over each transport. */
class CallsTest {
  @ParameterizedTest
  @EnumSource(Transport.class)
  void callsWithAnEarlyOfferAndHangsUp(Transport transport) throws Exception {
    try (Lab lab = new Lab()) {
      lab.deviceAnswers();
      SipCall call = lab.us.dial(lab.device.target(transport), Lab.media(30000));
      call.awaitProgress(Lab.SOON);
      MediaAgreement agreed = call.awaitAnswer(Lab.SOON);
      assertTrue(agreed.weOffered());
      assertEquals(2, agreed.lines().size());
      assertEquals(
          "H264", agreed.line(MediaKind.VIDEO).orElseThrow().weMaySend().getFirst().codec());
      assertEquals(CallState.CONNECTED, call.state());
      call.hangUp(Lab.SOON);
      assertEquals(CallState.RELEASED, call.state());
      assertEquals(1, lab.record.sent("ACK").size());
      assertEquals(1, lab.record.sent("BYE").size());
      assertEquals(1, lab.record.answers(Heading.RECEIVED, "BYE", 200).size());
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void letsTheDeviceOfferAndAnswersInTheAck(Transport transport) throws Exception {
    try (Lab lab = new Lab()) {
      lab.deviceAnswers();
      SipCall call = lab.us.dialLateOffer(lab.device.target(transport), offer -> Lab.media(30000));
      MediaAgreement agreed = call.awaitAnswer(Lab.SOON);
      assertFalse(agreed.weOffered());
      assertTrue(agreed.line(MediaKind.AUDIO).isPresent());
      assertTrue(lab.record.sent("INVITE").getFirst().sdp().isEmpty());
      assertTrue(lab.record.sent("ACK").getFirst().sdp().isPresent());
      call.hangUp(Lab.SOON);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void holdsAndResumes(Transport transport) throws Exception {
    try (Lab lab = new Lab()) {
      lab.deviceAnswers();
      SipCall call = lab.us.dial(lab.device.target(transport), Lab.media(30000));
      call.awaitAnswer(Lab.SOON);
      MediaAgreement held =
          call.propose(Lab.media(30000).withDirection(MediaDirection.SENDONLY), Lab.SOON);
      assertEquals(MediaDirection.RECVONLY, held.theirs().lines().getFirst().direction());
      MediaAgreement resumed = call.propose(Lab.media(30000), Lab.SOON);
      assertEquals(MediaDirection.SENDRECV, resumed.theirs().lines().getFirst().direction());
      call.hangUp(Lab.SOON);
    }
  }
}
