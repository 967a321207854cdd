package parley.h323.agent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import parley.core.call.CallFailure;
import parley.core.wire.Octets;
import parley.h323.q931.InformationElement;
import parley.h323.q931.ReleaseCause;
import parley.h323.q931.SignalMessage;
import parley.h323.transport.TpktConnection;

/** How a call ends, by either side or by failing. Runs on the call's queue. */
final class CallEnding {
  /** Who has ended its side waits this long for the other to close the connection. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  private final H323Side side;
  private final H323Call call;
  private final CallIdentity identity;
  private final TpktConnection connection;
  private final Control control;
  private final Consumer<CallFailure> finished;
  private final CompletableFuture<Void> released = new CompletableFuture<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private boolean left;
  private volatile boolean theyLeft;

  /**
   * @param finished told once when the call is over, and why
   */
  CallEnding(
      H323Side side,
      H323Call call,
      CallIdentity identity,
      TpktConnection connection,
      Control control,
      Consumer<CallFailure> finished) {
    this.side = side;
    this.call = call;
    this.identity = identity;
    this.connection = connection;
    this.control = control;
    this.finished = finished;
  }

  boolean isOver() {
    return over.get();
  }

  /** True where the other side has released the call, or closed its connection. */
  boolean theyLeft() {
    return theyLeft;
  }

  /** Done when the call is over. */
  CompletableFuture<Void> released() {
    return released;
  }

  void theyReleased(SignalMessage message) {
    theyLeft = true;
    boolean ignores =
        side.behaviour().has(H323Behaviour.Fault.IGNORES_RELEASE)
            || (!call.isConnected() && side.behaviour().has(H323Behaviour.Fault.KEEPS_RINGING));
    if (ignores) {
      return;
    }
    if (call.isConnected() || left) {
      end();
    } else {
      fail("the call was refused: " + why(message));
    }
  }

  private static String why(SignalMessage message) {
    return message
        .q931()
        .element(InformationElement.CAUSE)
        .flatMap(InformationElement::causeValue)
        .map(
            value ->
                "cause "
                    + value
                    + ReleaseCause.of(value).map(cause -> " (" + cause + ")").orElse(""))
        .orElse("no cause");
  }

  void connectionClosed(String lastHeard) {
    theyLeft = true;
    if (call.isConnected() || left) {
      end();
    } else {
      fail("the other side closed the connection; " + lastHeard);
    }
  }

  void controlEnded() {
    if (call.isConnected() && !left && !side.behaviour().has(H323Behaviour.Fault.IGNORES_RELEASE)) {
      leave(ReleaseCause.NORMAL);
    }
  }

  /** Ends the call with this cause, whatever state it is in. */
  void leave(ReleaseCause cause) {
    if (left || over.get()) {
      return;
    }
    left = true;
    call.leaving();
    if (side.behaviour().has(H323Behaviour.Fault.RELEASES_BY_CLOSING)) {
      connection.close();
      end();
      return;
    }
    List<Octets> farewell = control.end();
    call.send(
        side.forms()
            .releaseComplete(
                identity,
                Optional.of(cause)
                    .filter(
                        any -> !side.behaviour().has(H323Behaviour.Fault.RELEASES_WITHOUT_REASON)),
                new SignalForms.Extras(control.path().tunnels(), farewell)));
    if (theyLeft) {
      end();
    } else {
      side.after(LINGER.toNanos(), () -> call.later(this::end));
    }
  }

  /** The call is over for a reason that is not a normal end. */
  void fail(String why) {
    finish(new CallFailure(why));
  }

  private void end() {
    finish(new CallFailure("the call has ended"));
  }

  private void finish(CallFailure why) {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    call.leaving();
    control.close();
    connection.close();
    side.calls().remove(call);
    side.membership().ended(identity);
    finished.accept(why);
    released.complete(null);
  }
}
