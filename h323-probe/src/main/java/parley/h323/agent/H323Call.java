package parley.h323.agent;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.core.call.Call;
import parley.core.call.CallFailure;
import parley.core.call.CallState;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaKind;
import parley.core.call.SerialQueue;
import parley.core.call.Waiting;
import parley.core.wire.Octets;
import parley.h323.control.ControlCommand;
import parley.h323.control.UserInput;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.H323UUPDU.H323MessageBody;
import parley.h323.h225.SetupUUIE;
import parley.h323.q931.InformationElement;
import parley.h323.q931.MessageType;
import parley.h323.q931.Q931Codec;
import parley.h323.q931.ReleaseCause;
import parley.h323.q931.SignalMessage;
import parley.h323.reader.ControlAddress;
import parley.h323.transport.TpktConnection;

/** One H.323 call. All that happens to it happens on its own queue, in order. */
public final class H323Call implements Call, TpktConnection.Listener {
  /** Who has ended its side waits this long for the other to close the connection. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  /** Q.931 call states (4.5.7) that a Status tells: U7 call received, U10 active, U0 no call. */
  private static final int RECEIVED = 7;

  private static final int ACTIVE = 10;
  private static final int NULL = 0;

  /** Messages in the flood of a side that answers once too often. */
  private static final int FLOOD = 20;

  private final H323Side side;
  private final CallIdentity identity;
  private final TpktConnection connection;
  private final DialOptions options;
  private final SerialQueue queue = new SerialQueue(e -> fail("the call could not go on: " + e));
  private final CompletableFuture<MediaAgreement> answered = new CompletableFuture<>();
  private final CompletableFuture<Void> progressed = new CompletableFuture<>();
  private final CompletableFuture<Void> released = new CompletableFuture<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final Control control;
  private volatile CallState state = CallState.CALLING;
  private volatile String lastHeard = "it said nothing at all";
  private boolean connected;
  private boolean left;
  private boolean theyLeft;

  H323Call(H323Side side, CallIdentity identity, TpktConnection connection, DialOptions options) {
    this.side = side;
    this.identity = identity;
    this.connection = connection;
    this.options = options;
    this.control = new Control(side, this, identity, options);
  }

  // ---- calling

  void dial(Optional<String> alias, InetSocketAddress to, MediaDescription media) {
    control.ready(media);
    connection.listen(this);
    send(
        side.forms()
            .setup(identity, alias, to, connection.local(), control.fastStartProposals(), options));
  }

  void send(SignalMessage message) {
    connection.send(
        side.behaviour().has(H323Behaviour.Fault.UNFLAGGED_CALL_REFERENCE)
            ? Q931Codec.encode(message.q931().withFlag(false))
            : message.encode());
  }

  void later(Runnable task) {
    queue.run(task);
  }

  // ---- being called

  void arrived(SignalMessage message, SetupUUIE setup) {
    state = CallState.PROGRESSING;
    control.heard(message);
    H323IncomingCall call = new H323IncomingCall(this, message, setup);
    Thread.ofVirtual()
        .name("incoming call")
        .start(
            () -> {
              try {
                Optional<parley.core.call.Refusal> refuses = side.behaviour().refuses();
                if (refuses.isPresent()) {
                  call.refuse(refuses.get());
                } else {
                  side.incoming().incoming(call);
                }
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              } catch (Exception failure) {
                fail("the call could not be taken: " + failure.getMessage());
              }
            });
    queue.run(
        () ->
            send(
                side.forms()
                    .callProceeding(
                        identity, new SignalForms.Extras(control.tunnels(), List.of()))));
  }

  void ring() {
    if (!side.behaviour().has(H323Behaviour.Fault.NEVER_RINGS)) {
      queue.run(
          () -> {
            boolean tunnels =
                control.tunnels()
                    && !side.behaviour().has(H323Behaviour.Fault.WAVERS_ON_TUNNELLING);
            send(side.forms().alerting(identity, new SignalForms.Extras(tunnels, List.of())));
          });
    }
    progressed.complete(null);
  }

  void accept(MediaDescription media) {
    queue.run(
        () -> {
          if (over.get()) {
            return;
          }
          control.ready(media);
          Optional<InetSocketAddress> address = control.address();
          List<Octets> fastStart = control.fastStartAnswer();
          List<Octets> first = control.tunnels() ? control.begin() : List.of();
          send(
              side.forms()
                  .connect(
                      identity,
                      address,
                      fastStart,
                      new SignalForms.Extras(control.tunnels(), first)));
          connect();
        });
  }

  private void connect() {
    connected = true;
    state = CallState.CONNECTED;
    progressed.complete(null);
    control.connected();
  }

  // ---- what comes

  @Override
  public void received(Octets message) {
    received(SignalMessage.decode(message));
  }

  void received(SignalMessage.Decoded decoded) {
    decoded.message().ifPresent(message -> queue.run(() -> take(message)));
  }

  @Override
  public void empty() {
    if (side.behaviour().has(H323Behaviour.Fault.DROPS_ON_EMPTY_TPKT)) {
      release(ReleaseCause.INTERWORKING);
    }
  }

  @Override
  public void unframed(Octets octets) {
    queue.run(() -> fail("the other side sent what is no TPKT: " + octets));
  }

  @Override
  public void closed() {
    connectionClosed();
  }

  void connectionClosed() {
    queue.run(
        () -> {
          theyLeft = true;
          if (connected || left) {
            end();
          } else {
            fail("the other side closed the connection; " + lastHeard);
          }
        });
  }

  private void take(SignalMessage message) {
    lastHeard = "the last it said was " + message.q931().type();
    control.heard(message);
    if (message.q931().type().equals(MessageType.RELEASE_COMPLETE)) {
      theyReleased(message);
      return;
    }
    if (!message.q931().type().known()
        && side.behaviour().has(H323Behaviour.Fault.DROPS_ON_UNKNOWN_MESSAGE)) {
      release(ReleaseCause.INTERWORKING);
      return;
    }
    // Before the body: a Connect that names an address is answered by connecting there.
    ControlAddress.of(message).ifPresent(control::theirAddress);
    message.pdu().map(H323UUPDU::h323MessageBody).ifPresent(body -> take(message, body));
    for (Octets tunnelled : message.pdu().flatMap(H323UUPDU::h245Control).orElse(List.of())) {
      control.tunnelled(tunnelled);
    }
  }

  private void take(SignalMessage message, H323MessageBody body) {
    switch (body) {
      case H323MessageBody.CallProceeding any -> proceed(false);
      case H323MessageBody.Alerting any -> proceed(true);
      case H323MessageBody.Progress any -> proceed(false);
      case H323MessageBody.Connect any -> {
        if (identity.weCalled() && !connected) {
          connect();
        }
      }
      case H323MessageBody.StatusInquiry any -> {
        if (!side.behaviour().has(H323Behaviour.Fault.IGNORES_STATUS_INQUIRY)) {
          send(side.forms().status(identity, callState(), control.tunnels()));
        }
      }
      case H323MessageBody.ReleaseComplete any -> theyReleased(message);
      case H323MessageBody.Setup any -> {}
      case H323MessageBody.Information any -> {}
      case H323MessageBody.Facility any -> {}
      case H323MessageBody.Empty any -> {}
      case H323MessageBody.Status any -> {}
      case H323MessageBody.SetupAcknowledge any -> {}
      case H323MessageBody.Notify any -> {
        if (side.behaviour().has(H323Behaviour.Fault.DROPS_ON_NOTIFY)) {
          release(ReleaseCause.INTERWORKING);
        }
        if (side.behaviour().has(H323Behaviour.Fault.FLOODS_ON_NOTIFY)) {
          for (int i = 0; i < FLOOD; i++) {
            send(side.forms().status(identity, callState(), control.tunnels()));
          }
        }
      }
      case H323MessageBody.UnrecognizedAlternative any -> {
        if (side.behaviour().has(H323Behaviour.Fault.DROPS_ON_UNKNOWN_MESSAGE)) {
          release(ReleaseCause.INTERWORKING);
        }
      }
    }
  }

  private int callState() {
    if (side.behaviour().has(H323Behaviour.Fault.WRONG_CALL_STATE)) {
      return NULL;
    }
    return connected ? ACTIVE : RECEIVED;
  }

  private void proceed(boolean ringing) {
    if (state == CallState.CALLING) {
      state = CallState.PROGRESSING;
    }
    if (ringing) {
      progressed.complete(null);
    }
    control.mayBegin();
  }

  private void theyReleased(SignalMessage message) {
    theyLeft = true;
    String why =
        message
            .q931()
            .element(InformationElement.CAUSE)
            .flatMap(InformationElement::causeValue)
            .map(
                value ->
                    "cause "
                        + value
                        + ReleaseCause.of(value).map(cause -> " (" + cause + ")").orElse(""))
            .orElse("no cause");
    boolean ignores =
        side.behaviour().has(H323Behaviour.Fault.IGNORES_RELEASE)
            || (!connected && side.behaviour().has(H323Behaviour.Fault.KEEPS_RINGING));
    if (ignores) {
      return;
    }
    if (connected || left) {
      end();
    } else {
      fail("the call was refused: " + why);
    }
  }

  // ---- what H.245 tells

  void agreedNow(MediaAgreement agreement) {
    answered.complete(agreement);
  }

  void controlEnded() {
    if (connected && !left && !side.behaviour().has(H323Behaviour.Fault.IGNORES_RELEASE)) {
      leave(ReleaseCause.NORMAL);
    }
  }

  // ---- ending

  /** Ends the call with this cause, whatever state it is in. */
  void release(ReleaseCause cause) {
    queue.run(() -> leave(cause));
  }

  private void leave(ReleaseCause cause) {
    if (left || over.get()) {
      return;
    }
    left = true;
    state = CallState.RELEASED;
    if (side.behaviour().has(H323Behaviour.Fault.RELEASES_BY_CLOSING)) {
      connection.close();
      end();
      return;
    }
    List<Octets> farewell = control.end();
    send(
        side.forms()
            .releaseComplete(
                identity,
                Optional.of(cause)
                    .filter(
                        any -> !side.behaviour().has(H323Behaviour.Fault.RELEASES_WITHOUT_REASON)),
                new SignalForms.Extras(control.tunnels(), farewell)));
    if (theyLeft) {
      end();
    } else {
      side.after(LINGER.toNanos(), () -> queue.run(this::end));
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
    state = CallState.RELEASED;
    control.close();
    connection.close();
    side.calls().remove(this);
    answered.completeExceptionally(why);
    progressed.completeExceptionally(why);
    released.complete(null);
  }

  // ---- the port

  @Override
  public String id() {
    return identity.call().hex();
  }

  @Override
  public CallState state() {
    return state;
  }

  @Override
  public Optional<MediaAgreement> agreement() {
    return control.agreement();
  }

  @Override
  public MediaAgreement awaitAnswer(Duration timeout) throws CallFailure, InterruptedException {
    return Waiting.on(answered, timeout, () -> "no answer; " + lastHeard);
  }

  @Override
  public void awaitProgress(Duration timeout) throws CallFailure, InterruptedException {
    Waiting.on(progressed, timeout, () -> "no sign of ringing; " + lastHeard);
  }

  @Override
  public void awaitRelease(Duration timeout) throws CallFailure, InterruptedException {
    Waiting.on(released, timeout, () -> "the call was not ended");
  }

  @Override
  public MediaAgreement propose(MediaDescription description, Duration timeout)
      throws CallFailure, InterruptedException {
    if (state != CallState.CONNECTED) {
      throw new CallFailure("the call is not up");
    }
    CompletableFuture<MediaAgreement> changed = new CompletableFuture<>();
    queue.run(() -> control.propose(description, changed));
    return Waiting.on(changed, timeout, () -> "no answer to the proposal");
  }

  /** Tells the H.245 session to do something that core has no word for. */
  public void perform(ControlCommand command) {
    queue.run(() -> control.perform(command));
  }

  /** Sends a message of this call with any type and body. */
  public void send(MessageType type, H323MessageBody body) {
    queue.run(() -> send(side.forms().any(identity, type, body, control.tunnels())));
  }

  /**
   * The number of the channel on which the other side sends that kind; empty where it has opened
   * none. Commands about its media need it.
   */
  public Optional<Integer> incomingChannel(MediaKind kind) {
    return control.incomingChannel(kind);
  }

  /** The number of the channel on which we send that kind; empty where none was opened. */
  public Optional<Integer> outgoingChannel(MediaKind kind) {
    return control.outgoingChannel(kind);
  }

  /** Sends a call signalling message as it is. */
  public void sendSignal(SignalMessage message) {
    queue.run(() -> send(message));
  }

  /** Asks the other side which state the call is in (Q.931 5.8.10). */
  public void inquireStatus() {
    queue.run(() -> send(side.forms().statusInquiry(identity, control.tunnels())));
  }

  /** Tells by a Notify that our user has put the call aside for a moment. */
  public void notifySuspended() {
    queue.run(() -> send(side.forms().userSuspended(identity, control.tunnels())));
  }

  /** Sends a TPKT without content. */
  public void sendEmptyPacket() {
    queue.run(connection::sendEmpty);
  }

  /** The same on the connection of H.245; nothing where there is none. */
  public void sendEmptyControlPacket() {
    queue.run(control::sendEmpty);
  }

  /** How many octets the other side has not been told, for messages a case makes itself. */
  public int reference() {
    return identity.reference();
  }

  @Override
  public void requestIntra(MediaKind kind) throws CallFailure {
    if (state != CallState.CONNECTED) {
      throw new CallFailure("the call is not up");
    }
    queue.run(() -> control.requestIntra(kind));
  }

  @Override
  public void onAgreement(Consumer<MediaAgreement> listener) {
    queue.run(() -> control.onAgreement(listener));
  }

  @Override
  public void onIntraRequest(Runnable listener) {
    queue.run(() -> control.onIntraRequest(listener));
  }

  /** From now on told of digits and texts that the other side's user enters. */
  public void onUserInput(Consumer<UserInput> listener) {
    queue.run(() -> control.onUserInput(listener));
  }

  @Override
  public void onRateLimit(RateLimits listener) {
    queue.run(() -> control.onRateLimit(listener));
  }

  /** In H.245 nobody proposes for both: each side changes what it sends and receives. */
  @Override
  public void onProposal(Proposals decision) {}

  @Override
  public void cancel() {
    release(ReleaseCause.NORMAL);
  }

  @Override
  public void hangUp(Duration timeout) throws CallFailure, InterruptedException {
    release(ReleaseCause.NORMAL);
    Waiting.on(released, timeout, () -> "the end of the call was not confirmed");
    if (!theyLeft) {
      throw new CallFailure("the end of the call was not confirmed");
    }
  }

  boolean isOver() {
    return over.get();
  }

  @Nullable TpktConnection connection() {
    return connection;
  }
}
