package parley.sip.agent;

import gov.nist.javax.sip.message.SIPRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sip.ServerTransaction;
import parley.core.call.CallFailure;
import parley.core.call.CallState;
import parley.core.call.MediaDescription;
import parley.sip.message.SipHeader;
import parley.sip.sdp.NeutralMedia;
import parley.sip.sdp.SessionDescription;

/** Requests of the other side within a call; each runs on the call's queue. */
final class InCall {
  private final SipSide side;
  private final SipCall call;
  private final ServerTransaction transaction;
  private final SIPRequest request;

  InCall(SipSide side, SipCall call, ServerTransaction transaction, SIPRequest request) {
    this.side = side;
    this.call = call;
    this.transaction = transaction;
    this.request = request;
  }

  void handle() {
    if (call.isOver()) {
      reply(481);
      return;
    }
    if (!call.dialog.inOrder(request.getCSeq().getSeqNumber())) {
      reply(500);
      return;
    }
    call.notePeer(request);
    try {
      switch (request.getMethod()) {
        case "INVITE" -> reinvite();
        case "UPDATE" -> update();
        case "PRACK" -> prack();
        case "INFO" -> info();
        case "BYE" -> {
          // Who hears the 200 may call again at once, and must find that this call is over.
          call.advance(CallState.RELEASED);
          reply(200);
          call.end();
        }
        case "OPTIONS" -> reply(200, OptionsAnswer.ours());
        case "NOTIFY", "SUBSCRIBE" -> reply(489);
        default -> reply(405, List.of(new SipHeader("Allow", SipSide.ALLOW)));
      }
    } catch (CallFailure e) {
      reply(500);
    }
  }

  private void reply(int status) {
    reply(status, List.of());
  }

  private void reply(int status, List<SipHeader> headers) {
    side.reply(transaction, status, call.dialog.localTag(), headers);
  }

  private boolean busyWithMedia() {
    InviteServer last = call.server;
    return call.client != null
        || call.talk.awaitsAnswer()
        || (last != null && (!last.answered() || last.waitsForAck()));
  }

  private boolean refusedByRule() {
    if (busyWithMedia()) {
      reply(491);
      return true;
    }
    if (SessionTimer.tooSmall(request)) {
      reply(422, List.of(new SipHeader("Min-SE", Integer.toString(SessionTimer.MINIMUM_SECONDS))));
      return true;
    }
    int status = side.behaviour().reinviteStatus();
    if (status != 0) {
      reply(status);
      return true;
    }
    return false;
  }

  private void reinvite() throws CallFailure {
    if (refusedByRule()) {
      return;
    }
    Optional<SessionDescription> offer = Bodies.sdp(request);
    Optional<String> sdp =
        offer.isPresent() ? answer(offer.get()) : Optional.of(call.talk.offer(call.talk.wanted()));
    if (sdp.isEmpty()) {
      reply(488);
      return;
    }
    call.dialog.refreshTarget(request);
    InviteServer invite =
        new InviteServer(
            side,
            transaction,
            request,
            call.dialog.localTag(),
            () ->
                call.queue.run(
                    () -> call.abandon(call.peer() + " did not confirm its own change")));
    call.server = invite;
    invite.success(call.answerHeaders(request), sdp);
  }

  private Optional<String> answer(SessionDescription offer) {
    Optional<MediaDescription> ours = call.decide(NeutralMedia.of(offer));
    return ours.filter(description -> call.talk.canAnswer(offer, description))
        .map(description -> call.talk.answer(offer, description));
  }

  private void update() throws CallFailure {
    Optional<SessionDescription> offer = Bodies.sdp(request);
    if (offer.isPresent() && refusedByRule()) {
      return;
    }
    Optional<String> sdp = Optional.empty();
    if (offer.isPresent()) {
      sdp = answer(offer.get());
      if (sdp.isEmpty()) {
        reply(488);
        return;
      }
    }
    call.dialog.refreshTarget(request);
    side.reply(
        transaction,
        side.response(request, 200, call.dialog.localTag(), call.answerHeaders(request), sdp));
  }

  private void prack() throws CallFailure {
    InviteServer invite = call.server;
    String acknowledged = SipSide.values(request, "RAck").stream().findFirst().orElse("");
    if (invite == null || !invite.names(acknowledged)) {
      reply(481);
      return;
    }
    if (call.talk.awaitsAnswer()) {
      Bodies.sdp(request).ifPresent(call.talk::answered);
    }
    reply(200);
    invite.pracked();
  }

  private void info() {
    List<SipHeader> headers = new ArrayList<>();
    if (Bodies.asksForPicture(request)) {
      call.intraRequested();
    }
    reply(200, headers);
  }
}
