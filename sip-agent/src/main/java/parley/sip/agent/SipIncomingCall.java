package parley.sip.agent;

import gov.nist.javax.sip.message.SIPRequest;
import java.util.List;
import java.util.Optional;
import parley.core.call.Call;
import parley.core.call.CallFailure;
import parley.core.call.IncomingCall;
import parley.core.call.MediaDescription;
import parley.core.call.Refusal;
import parley.sip.message.SipHeader;
import parley.sip.message.SipStatus;
import parley.sip.sdp.NeutralMedia;
import parley.sip.sdp.SessionDescription;

/** A SIP call that waits to be taken. */
public final class SipIncomingCall implements IncomingCall {
  private final SipCall call;
  private final InviteServer invite;
  private final Optional<SessionDescription> offer;
  private boolean answeredEarly;

  SipIncomingCall(SipCall call, InviteServer invite) {
    this.call = call;
    this.invite = invite;
    this.offer = Bodies.sdp(invite.request());
  }

  @Override
  public Optional<MediaDescription> offer() {
    return offer.map(NeutralMedia::of);
  }

  /** The offer with all its lines. */
  public Optional<SessionDescription> description() {
    return offer;
  }

  @Override
  public SipCall call() {
    return call;
  }

  @Override
  public String caller() {
    return request().getFrom().getAddress().getURI().toString();
  }

  @Override
  public String called() {
    return request().getRequestURI().toString();
  }

  private SIPRequest request() {
    return invite.request();
  }

  private boolean callerCan(String extension) {
    return SipSide.lists(request(), "Supported", extension)
        || SipSide.lists(request(), "Require", extension);
  }

  @Override
  public void ring() throws CallFailure {
    if (call.side.behaviour().neverRings()) {
      return;
    }
    boolean required = SipSide.lists(request(), "Require", "100rel");
    if (offer.isPresent()
        && callerCan("100rel")
        && !call.side.behaviour().ignoresRequiredReliability()
        && (required || call.side.behaviour().ringsReliably())) {
      ringReliably();
      return;
    }
    invite.provisional(180, contact(), Optional.empty());
    call.ringing();
  }

  /** A 180 that the caller has to confirm (RFC 3262 §3). */
  public void ringReliably() throws CallFailure {
    needsReliability();
    invite.reliable(180, contact(), Optional.empty());
    call.ringing();
  }

  /**
   * A reliable 183 with our side of the media: the answer to the caller's offer, or our offer,
   * which the PRACK then answers (RFC 3262 §5).
   */
  public void progress(MediaDescription description) throws CallFailure {
    needsReliability();
    call.talk.want(description);
    String sdp =
        offer
            .map(theirs -> call.talk.answer(theirs, description))
            .orElseGet(() -> call.talk.offer(description));
    answeredEarly = true;
    invite.reliable(183, contact(), Optional.of(sdp));
    call.ringing();
  }

  private void needsReliability() throws CallFailure {
    if (!callerCan("100rel")) {
      throw new CallFailure("the caller does not know reliable provisional responses");
    }
    try {
      invite.awaitPrack();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallFailure("interrupted while the caller's PRACK was awaited", e);
    }
  }

  private List<SipHeader> contact() {
    return List.of(
        new SipHeader("Contact", call.side.contact(call.dialog.transport())),
        new SipHeader("Allow", SipSide.ALLOW));
  }

  @Override
  public Call accept(MediaDescription description) throws CallFailure, InterruptedException {
    invite.awaitPrack();
    call.talk.want(description);
    Optional<String> sdp = Optional.empty();
    if (offer.isPresent() && !answeredEarly) {
      SessionDescription theirs = offer.get();
      if (!call.talk.canAnswer(theirs, description)
          || (call.side.behaviour().refusesUnknownCodecs()
              && MediaTalk.hasUnknownCodec(theirs, description))) {
        refuse(Refusal.NOT_ACCEPTABLE);
        throw new CallFailure("nothing in the offer of " + caller() + " can be used");
      }
      sdp = Optional.of(call.talk.answer(theirs, description));
    } else if (offer.isEmpty() && !answeredEarly) {
      if (!call.side.behaviour().lateOfferWithoutSdp()) {
        sdp = Optional.of(call.talk.offer(description));
      }
    }
    List<SipHeader> headers = call.answerHeaders(request());
    invite.success(headers, sdp);
    call.connected();
    return call;
  }

  @Override
  public void refuse(Refusal reason) throws CallFailure {
    refuse(SipStatus.of(reason));
  }

  /** Refuses with a status of our own choice, 300 to 699. */
  public void refuse(int status) throws CallFailure {
    if (!invite.failure(status, List.of())) {
      throw new CallFailure("the call has already been answered or given up");
    }
    call.end();
  }
}
