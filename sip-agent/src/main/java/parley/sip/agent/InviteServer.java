package parley.sip.agent;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sip.ServerTransaction;
import org.jspecify.annotations.Nullable;
import parley.core.call.CallFailure;
import parley.sip.message.SipHeader;

/**
 * An INVITE of the other side, first or within a call, until its ACK: repeats the 2xx until the ACK
 * comes (RFC 3261 §13.3.1.4) and reliable provisional responses until their PRACK (RFC 3262 §3).
 */
final class InviteServer {
  private static final long T1_MILLIS = 500;
  private static final long T2_MILLIS = 4_000;
  private static final long GIVE_UP_MILLIS = 64 * T1_MILLIS;

  private final SipSide side;
  private final ServerTransaction transaction;
  private final SIPRequest request;
  private final String toTag;
  private final Runnable unacknowledged;
  private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
  private CompletableFuture<Void> pracked = CompletableFuture.completedFuture(null);
  private long reliableSequence = ThreadLocalRandom.current().nextLong(1, 100_000);
  private boolean answered;
  private @Nullable Future<?> repetition;

  InviteServer(
      SipSide side,
      ServerTransaction transaction,
      SIPRequest request,
      String toTag,
      Runnable unacknowledged) {
    this.side = side;
    this.transaction = transaction;
    this.request = request;
    this.toTag = toTag;
    this.unacknowledged = unacknowledged;
  }

  SIPRequest request() {
    return request;
  }

  boolean answered() {
    return answered;
  }

  boolean waitsForAck() {
    return answered && !acknowledged.isDone();
  }

  /** True for the CANCEL and the ACK of this INVITE. */
  boolean belongs(SIPRequest other) {
    return other.getCSeq().getSeqNumber() == request.getCSeq().getSeqNumber();
  }

  synchronized void provisional(int status, List<SipHeader> headers, Optional<String> sdp)
      throws CallFailure {
    if (!answered) {
      side.reply(transaction, side.response(request, status, toTag, headers, sdp));
    }
  }

  synchronized void reliable(int status, List<SipHeader> headers, Optional<String> sdp)
      throws CallFailure {
    if (answered) {
      return;
    }
    reliableSequence++;
    List<SipHeader> more = new ArrayList<>(headers);
    more.add(new SipHeader("Require", "100rel"));
    more.add(new SipHeader("RSeq", Long.toString(reliableSequence)));
    SIPResponse response = side.response(request, status, toTag, more, sdp);
    CompletableFuture<Void> done = new CompletableFuture<>();
    pracked = done;
    side.reply(transaction, response);
    // The transaction would not repeat a provisional response, so it goes out beside it.
    repeat(response, done, T1_MILLIS, T1_MILLIS, () -> {});
  }

  /** True where a PRACK names our last reliable response. */
  synchronized boolean names(String acknowledgement) {
    String[] parts = acknowledgement.trim().split("\\s+");
    return parts.length == 3
        && parts[0].equals(Long.toString(reliableSequence))
        && parts[1].equals(Long.toString(request.getCSeq().getSeqNumber()));
  }

  /** The PRACK has been answered: what waited for it may go on. */
  synchronized void pracked() {
    pracked.complete(null);
  }

  /** The next reliable response and the 2xx have to wait for the PRACK (RFC 3262 §3). */
  void awaitPrack() throws InterruptedException {
    try {
      pracked.get(GIVE_UP_MILLIS, TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      // It never came; the 2xx may be understood all the same.
    }
  }

  synchronized void success(List<SipHeader> headers, Optional<String> sdp) throws CallFailure {
    if (answered) {
      throw new CallFailure("the call has already been answered or given up");
    }
    answered = true;
    SIPResponse response = side.response(request, 200, toTag, headers, sdp);
    side.reply(transaction, response);
    repeat(response, acknowledged, T1_MILLIS, T1_MILLIS, unacknowledged);
  }

  private void repeat(
      SIPResponse response,
      CompletableFuture<Void> until,
      long wait,
      long spent,
      Runnable givenUp) {
    repetition =
        side.later(
            wait,
            () -> {
              if (until.isDone()) {
                return;
              }
              if (spent >= GIVE_UP_MILLIS) {
                givenUp.run();
                return;
              }
              side.replyAgain(response);
              long next = Math.min(wait * 2, T2_MILLIS);
              repeat(response, until, next, spent + next, givenUp);
            });
  }

  synchronized boolean failure(int status, List<SipHeader> headers) {
    if (answered) {
      return false;
    }
    answered = true;
    stop();
    acknowledged.complete(null);
    side.reply(transaction, status, toTag, headers);
    return true;
  }

  synchronized void acknowledged() {
    acknowledged.complete(null);
    stop();
  }

  void stop() {
    Future<?> running = repetition;
    if (running != null) {
      running.cancel(false);
    }
    pracked.complete(null);
  }
}
