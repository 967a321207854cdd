package parley.sip.agent;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import parley.core.call.CallFailure;
import parley.core.call.CallState;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.sip.sdp.SessionDescription;

/**
 * A change of a call that we propose, or a refresh of the session where nothing is given (RFC 3261
 * §14.1). When both sides propose at once, it waits a little and tries again.
 */
final class Reinvite implements InviteClient.Events {
  private static final int TRIES = 5;

  private final SipCall call;
  private final Optional<MediaDescription> wanted;
  private final CompletableFuture<MediaAgreement> result = new CompletableFuture<>();
  private int tries;

  Reinvite(SipCall call, Optional<MediaDescription> wanted) {
    this.call = call;
    this.wanted = wanted;
  }

  CompletableFuture<MediaAgreement> result() {
    return result;
  }

  /** Runs on the call's queue. */
  void start() {
    if (call.state() != CallState.CONNECTED) {
      failed("the call is not connected");
      return;
    }
    InviteServer theirs = call.server;
    if (call.client != null || (theirs != null && (!theirs.answered() || theirs.waitsForAck()))) {
      later();
      return;
    }
    tries++;
    Optional<String> sdp = wanted.map(call.talk::offer).or(call.talk::unchanged);
    InviteClient client = new InviteClient(call.side, call.queue, call.invite(sdp), this);
    call.client = client;
    try {
      client.start(Optional.empty());
    } catch (CallFailure e) {
      failed(String.valueOf(e.getMessage()));
    }
  }

  private void later() {
    if (tries++ >= TRIES) {
      failed("the other side keeps changing the call itself");
      return;
    }
    // RFC 3261 §14.1: up to two seconds where the other side called, more where we did; a wait of
    // either kind ends before a script's own.
    long wait = ThreadLocalRandom.current().nextLong(100, 2_000);
    var _ = call.side.later(wait, () -> call.queue.run(this::start));
  }

  @Override
  public void provisional(SIPResponse response, SIPRequest invite) {
    call.heard(response);
  }

  @Override
  public void accepted(SIPResponse response, SIPRequest invite) {
    long sequence = invite.getCSeq().getSeqNumber();
    if (result.isDone()) {
      call.acknowledgeAgain(sequence);
      return;
    }
    call.client = null;
    call.heard(response);
    call.dialog.refreshTarget(response);
    call.acknowledge(sequence, Optional.empty());
    Optional<SessionDescription> sdp = Bodies.sdp(response);
    if (sdp.isEmpty()) {
      call.talk.withdraw();
      result.completeExceptionally(
          new CallFailure(call.peer() + " took the change without a session description"));
      return;
    }
    wanted.ifPresent(call.talk::want);
    call.timer.answered(response);
    result.complete(call.talk.answered(sdp.get()));
  }

  @Override
  public void refused(SIPResponse response) {
    call.client = null;
    call.talk.withdraw();
    call.heard(response);
    int status = response.getStatusCode();
    if (status == 491 && tries < TRIES) {
      later();
      return;
    }
    result.completeExceptionally(
        new CallFailure(call.peer() + " refused the change: " + SipCall.words(response)));
    if (status == 481 || status == 408) {
      // RFC 3261 §12.2.1.2: the other side has no such call any more.
      call.end();
    }
  }

  @Override
  public void failed(String why) {
    call.client = null;
    call.talk.withdraw();
    result.completeExceptionally(new CallFailure(call.peer() + ": " + why));
  }
}
