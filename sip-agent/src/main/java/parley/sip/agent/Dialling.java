package parley.sip.agent;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.util.Optional;
import java.util.function.UnaryOperator;
import parley.core.call.CallState;
import parley.core.call.MediaDescription;
import parley.sip.sdp.NeutralMedia;
import parley.sip.sdp.SessionDescription;

/** What comes back for the INVITE that opens a call of ours; runs on the call's queue. */
final class Dialling implements InviteClient.Events {
  private final SipCall call;
  private final Optional<UnaryOperator<MediaDescription>> lateAnswer;
  private boolean settledEarly;
  private long pracked = -1;

  Dialling(SipCall call, Optional<UnaryOperator<MediaDescription>> lateAnswer) {
    this.call = call;
    this.lateAnswer = lateAnswer;
  }

  @Override
  public void provisional(SIPResponse response, SIPRequest invite) {
    call.heard(response);
    if (response.getStatusCode() == 100) {
      return;
    }
    call.advance(CallState.PROGRESSING);
    call.progressed.complete(null);
    if (response.getToTag() != null) {
      call.dialog.answered(response);
    }
    reliableProvisional(response, invite);
  }

  @Override
  public void accepted(SIPResponse response, SIPRequest invite) {
    if (call.hasAcknowledged(invite.getCSeq().getSeqNumber())) {
      call.acknowledgeAgain(invite.getCSeq().getSeqNumber());
      return;
    }
    call.client = null;
    call.heard(response);
    call.dialog.answered(response);
    call.progressed.complete(null);
    settle(response, invite);
  }

  @Override
  public void refused(SIPResponse response) {
    call.client = null;
    call.heard(response);
    call.fail(
        call.cancelled
            ? "the call was given up"
            : call.peer() + " refused the call: " + SipCall.words(response));
  }

  @Override
  public void failed(String why) {
    call.client = null;
    call.fail(call.peer() + ": " + why);
  }

  /** RFC 3262 §4: each reliable response in order gets one PRACK; it may settle the media. */
  private void reliableProvisional(SIPResponse response, SIPRequest invite) {
    long sequence = SipSide.number(response, "RSeq");
    Optional<SessionDescription> sdp = Bodies.sdp(response);
    boolean reliable = sequence >= 0 && SipSide.lists(response, "Require", "100rel");
    if (!reliable || sequence <= pracked || (pracked >= 0 && sequence != pracked + 1)) {
      return;
    }
    pracked = sequence;
    Draft prack =
        call.dialog
            .draft("PRACK")
            .with("RAck", sequence + " " + invite.getCSeq().getSeqNumber() + " INVITE");
    if (sdp.isPresent() && call.talk.awaitsAnswer()) {
      call.talk.answered(sdp.get());
      settledEarly = true;
    } else if (sdp.isPresent() && lateAnswer.isPresent() && !settledEarly) {
      prack = prack.withSdp(Optional.of(answerLate(sdp.get())));
      settledEarly = true;
    }
    if (!call.side.behaviour().neverPracks()) {
      Exchange.startAndThen(call.side, prack, () -> {});
    }
  }

  private String answerLate(SessionDescription offer) {
    MediaDescription ours = lateAnswer.orElseThrow().apply(NeutralMedia.of(offer));
    call.talk.want(ours);
    return call.talk.answer(offer, ours);
  }

  /** The 2xx: what it says of media, then the ACK. */
  private void settle(SIPResponse response, SIPRequest invite) {
    Optional<SessionDescription> sdp = Bodies.sdp(response);
    Optional<String> ackSdp = Optional.empty();
    Optional<String> wrong = Optional.empty();
    if (!settledEarly) {
      if (sdp.isEmpty()) {
        wrong = Optional.of(call.peer() + " took the call without a session description");
      } else if (lateAnswer.isPresent()) {
        ackSdp = Optional.of(answerLate(sdp.get()));
      } else {
        call.talk.answered(sdp.get());
      }
    }
    call.acknowledge(invite.getCSeq().getSeqNumber(), ackSdp);
    if (call.cancelled) {
      // The answer was faster than our CANCEL (RFC 3261 §9.1): end what was begun.
      wrong = Optional.of("the call was given up");
    }
    if (wrong.isPresent()) {
      String why = wrong.get();
      call.abandon(why);
      return;
    }
    call.advance(CallState.CONNECTED);
    call.timer.answered(response);
    call.answered.complete(call.talk.agreement().orElseThrow());
  }
}
