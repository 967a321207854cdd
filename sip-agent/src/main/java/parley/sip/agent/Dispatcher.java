package parley.sip.agent;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sip.ClientTransaction;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import org.jspecify.annotations.Nullable;
import parley.core.call.IncomingCalls;
import parley.core.call.Refusal;
import parley.core.call.SignallingSetup;
import parley.core.record.Transport;
import parley.sip.message.SipHeader;

/** Brings what comes in to the call it belongs to; runs on the stack's thread and never waits. */
final class Dispatcher implements SipListener {
  private final SipSide side;
  private final Registrar registrar;
  private final Challenger challenger;
  private final Map<String, SipCall> calls = new ConcurrentHashMap<>();
  private final Map<String, SipCall> callers = new ConcurrentHashMap<>();
  private final AtomicInteger callsSeen = new AtomicInteger();
  private volatile IncomingCalls incoming = call -> call.refuse(Refusal.TIMEOUT);

  Dispatcher(SignallingSetup setup, SipBehaviour behaviour) throws IOException {
    side = new SipSide(setup, behaviour, this);
    challenger = new Challenger(side);
    registrar = new Registrar(side, challenger);
  }

  SipSide side() {
    return side;
  }

  Registrar registrar() {
    return registrar;
  }

  void onIncoming(IncomingCalls other) {
    incoming = other;
  }

  List<SipCall> calls() {
    return List.copyOf(calls.values());
  }

  /** Makes a call known under its dialog until it is over. */
  SipCall add(SipDialog dialog, String peer) {
    String key = key(dialog.callId(), dialog.localTag());
    String caller = key(dialog.callId(), dialog.remoteTag());
    SipCall call =
        new SipCall(
            side,
            dialog,
            peer,
            () -> {
              calls.remove(key);
              callers.remove(caller);
            });
    calls.put(key, call);
    return call;
  }

  private static String key(String callId, @Nullable String tag) {
    return callId + "|" + tag;
  }

  @Override
  public void processRequest(RequestEvent event) {
    SIPRequest request = (SIPRequest) event.getRequest();
    String method = request.getMethod();
    if (silent(request) || side.behaviour().ignored().contains(method)) {
      return;
    }
    String callId = request.getCallId().getCallId();
    Optional<SipCall> call = Optional.ofNullable(calls.get(key(callId, request.getToTag())));
    if (method.equals("ACK")) {
      call.ifPresent(each -> each.queue.run(() -> each.acknowledged(request)));
      return;
    }
    ServerTransaction transaction = event.getServerTransaction();
    if (transaction == null) {
      try {
        transaction = side.stack().provider().getNewServerTransaction(request);
      } catch (SipException alreadyBeingServed) {
        return;
      }
    }
    if (method.equals("CANCEL")) {
      cancel(transaction, request, callId);
    } else if (call.isPresent()) {
      SipCall found = call.get();
      ServerTransaction own = transaction;
      found.queue.run(() -> new InCall(side, found, own, request).handle());
    } else if (request.getToTag() != null) {
      side.reply(transaction, 481, SipSide.token(), List.of());
    } else {
      outside(transaction, request);
    }
  }

  /** Like a device that has crashed: after so many calls, nothing more. */
  private boolean silent(SIPRequest request) {
    int limit = side.behaviour().silentAfterCalls();
    boolean first = request.getMethod().equals("INVITE") && request.getToTag() == null;
    int seen = first ? callsSeen.incrementAndGet() : callsSeen.get();
    return limit >= 0 && (seen > limit || (seen == limit && limit == 0));
  }

  private void cancel(ServerTransaction transaction, SIPRequest request, String callId) {
    SipCall call = callers.get(key(callId, request.getFromTag()));
    if (call == null) {
      side.reply(transaction, 481, SipSide.token(), List.of());
      return;
    }
    side.reply(transaction, 200, call.dialog.localTag(), List.of());
    if (side.behaviour().keepsRingingAfterCancel()) {
      return;
    }
    call.queue.run(
        () -> {
          InviteServer invite = call.server;
          if (invite != null && invite.belongs(request) && invite.failure(487, List.of())) {
            call.fail("the caller gave up");
          }
        });
  }

  private void outside(ServerTransaction transaction, SIPRequest request) {
    switch (request.getMethod()) {
      case "INVITE" -> invite(transaction, request);
      case "OPTIONS" -> side.reply(transaction, 200, SipSide.token(), OptionsAnswer.ours());
      case "REGISTER" -> registrar.register(transaction, request);
      case "BYE", "PRACK", "UPDATE", "INFO" ->
          side.reply(transaction, 481, SipSide.token(), List.of());
      case "SUBSCRIBE", "NOTIFY" -> side.reply(transaction, 489, SipSide.token(), List.of());
      default ->
          side.reply(
              transaction, 405, SipSide.token(), List.of(new SipHeader("Allow", SipSide.ALLOW)));
    }
  }

  private void invite(ServerTransaction transaction, SIPRequest request) {
    String tag = SipSide.token();
    if (side.behaviour().challengesCalls()) {
      switch (challenger.check(request)) {
        case Challenger.Result.Ask ask -> {
          side.reply(transaction, 401, tag, ask.headers());
          return;
        }
        case Challenger.Result.Wrong wrong -> {
          side.reply(transaction, 403, tag, List.of());
          return;
        }
        case Challenger.Result.Verified verified -> {}
      }
    }
    List<String> unknown = new ArrayList<>(SipSide.tokens(request, "Require"));
    unknown.removeIf(option -> SipSide.SUPPORTED.contains(option.toLowerCase(Locale.ROOT)));
    if (!unknown.isEmpty()) {
      side.reply(
          transaction, 420, tag, List.of(new SipHeader("Unsupported", String.join(", ", unknown))));
      return;
    }
    if (SessionTimer.tooSmall(request)) {
      side.reply(
          transaction,
          422,
          tag,
          List.of(new SipHeader("Min-SE", Integer.toString(SessionTimer.MINIMUM_SECONDS))));
      return;
    }
    int status = side.behaviour().inviteStatus();
    if (status != 0) {
      side.reply(transaction, status, tag, List.of());
      return;
    }
    take(transaction, request, tag);
  }

  private void take(ServerTransaction transaction, SIPRequest request, String tag) {
    Transport transport =
        Transport.valueOf(request.getTopmostVia().getTransport().toUpperCase(Locale.ROOT));
    SipDialog dialog = SipDialog.called(request, tag, transport);
    SipCall call = add(dialog, dialog.remoteUri());
    InviteServer invite =
        new InviteServer(
            side,
            transaction,
            request,
            tag,
            () -> call.queue.run(() -> call.abandon(call.peer() + " never confirmed the call")));
    call.server = invite;
    call.notePeer(request);
    String caller = key(dialog.callId(), request.getFromTag());
    callers.put(caller, call);
    side.reply(transaction, 100, tag, List.of());
    side.soon(
        () -> {
          try {
            incoming.incoming(new SipIncomingCall(call, invite));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (Exception e) {
            if (invite.failure(500, List.of())) {
              call.fail("the call was not taken: " + e.getMessage());
            }
          }
        });
  }

  @Override
  public void processResponse(ResponseEvent event) {
    SIPResponse response = (SIPResponse) event.getResponse();
    ClientTransaction transaction = event.getClientTransaction();
    if (transaction != null
        && transaction.getApplicationData() instanceof ResponseHandler handler) {
      handler.response(response);
      return;
    }
    if (response.getStatusCode() / 100 == 2 && response.getCSeq().getMethod().equals("INVITE")) {
      SipCall call = calls.get(key(response.getCallId().getCallId(), response.getFromTag()));
      if (call != null) {
        long sequence = response.getCSeq().getSeqNumber();
        call.queue.run(() -> call.acknowledgeAgain(sequence));
      }
    }
  }

  @Override
  public void processTimeout(TimeoutEvent event) {
    ClientTransaction transaction = event.getClientTransaction();
    if (transaction != null
        && transaction.getApplicationData() instanceof ResponseHandler handler) {
      handler.failed("no reply at all (the transaction's own time is over)");
    }
  }

  @Override
  public void processIOException(IOExceptionEvent event) {
    // The transaction times out by itself and says so.
  }

  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {}

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {}

  void close() {
    side.close();
  }
}
