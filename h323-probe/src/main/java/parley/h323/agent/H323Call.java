package parley.h323.agent;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
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
import parley.h323.h225.H323UUPDU.H323MessageBody;
import parley.h323.h225.SetupUUIE;
import parley.h323.q931.MessageType;
import parley.h323.q931.Q931Codec;
import parley.h323.q931.ReleaseCause;
import parley.h323.q931.SignalMessage;
import parley.h323.reader.ControlAddress;
import parley.h323.transport.TpktConnection;

/** One H.323 call. All that happens to it happens on its own queue, in order. */
public final class H323Call implements Call, TpktConnection.Listener {
  private final H323Side side;
  private final CallIdentity identity;
  private final TpktConnection connection;
  private final DialOptions options;
  private final SerialQueue queue = new SerialQueue(e -> fail("the call could not go on: " + e));
  private final CompletableFuture<MediaAgreement> answered = new CompletableFuture<>();
  private final CompletableFuture<Void> progressed = new CompletableFuture<>();
  private final Control control;
  private final CallReception reception;
  private final CallEnding ending;
  private volatile CallState state = CallState.CALLING;
  private boolean connected;

  H323Call(H323Side side, CallIdentity identity, TpktConnection connection, DialOptions options) {
    this.side = side;
    this.identity = identity;
    this.connection = connection;
    this.options = options;
    this.control = new Control(side, this, identity, options);
    this.reception = new CallReception(side, this, identity, control);
    this.ending = new CallEnding(side, this, identity, connection, control, this::finished);
  }

  CallEnding ending() {
    return ending;
  }

  CallIdentity identity() {
    return identity;
  }

  boolean isConnected() {
    return connected;
  }

  // ---- calling

  void dial(Optional<String> alias, InetSocketAddress to, MediaDescription media) {
    control.ready(media);
    connection.listen(this);
    send(
        side.forms()
            .setup(
                identity,
                alias,
                to,
                connection.local(),
                control.fastStartProposals(),
                options.early() ? control.path().address() : Optional.empty(),
                control.security().forSetup(),
                options));
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
    ControlAddress.of(message).ifPresent(control.path()::theirAddress);
    queue.run(
        () ->
            send(
                side.forms()
                    .callProceeding(
                        identity, new SignalForms.Extras(control.path().tunnels(), List.of()))));
    // After that, so that no answer can overtake it.
    new H323IncomingCall(this, message, setup).offerTo(side);
  }

  void ring() {
    if (!side.behaviour().has(H323Behaviour.Fault.NEVER_RINGS)) {
      queue.run(
          () -> {
            boolean tunnels =
                control.path().tunnels()
                    && !side.behaviour().has(H323Behaviour.Fault.WAVERS_ON_TUNNELLING);
            send(side.forms().alerting(identity, new SignalForms.Extras(tunnels, List.of())));
          });
    }
    progressed.complete(null);
  }

  void accept(MediaDescription media) {
    queue.run(
        () -> {
          if (ending.isOver()) {
            return;
          }
          control.ready(media);
          Optional<String> refusal = control.security().refusal();
          if (refusal.isPresent()) {
            giveUp(ReleaseCause.SECURITY_DENIED, refusal.get());
            return;
          }
          control.path().meetEarly();
          Optional<InetSocketAddress> address = control.path().address();
          List<Octets> fastStart = control.fastStartAnswer();
          List<Octets> first = control.path().tunnels() ? control.begin() : List.of();
          send(
              side.forms()
                  .connect(
                      identity,
                      address,
                      fastStart,
                      control.security().forConnect(),
                      new SignalForms.Extras(control.path().tunnels(), first)));
          connect();
          control.catchUp();
        });
  }

  void connect() {
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
    decoded.message().ifPresent(message -> queue.run(() -> reception.take(message)));
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
    queue.run(() -> ending.connectionClosed(reception.lastHeard()));
  }

  void proceed(boolean ringing) {
    if (state == CallState.CALLING) {
      state = CallState.PROGRESSING;
    }
    if (ringing) {
      progressed.complete(null);
    }
    control.path().mayBegin();
  }

  // ---- what H.245 tells

  void agreedNow(MediaAgreement agreement) {
    answered.complete(agreement);
  }

  void controlEnded() {
    ending.controlEnded();
  }

  // ---- ending

  /** Ends the call with this cause, whatever state it is in. */
  void release(ReleaseCause cause) {
    queue.run(() -> ending.leave(cause));
  }

  /** Ends the call because it must not go on; whoever waits for it is told why. */
  void giveUp(ReleaseCause cause, String why) {
    answered.completeExceptionally(new CallFailure(why));
    progressed.completeExceptionally(new CallFailure(why));
    ending.leave(cause);
  }

  /** The call is over for a reason that is not a normal end. */
  void fail(String why) {
    ending.fail(why);
  }

  void leaving() {
    state = CallState.RELEASED;
  }

  private void finished(CallFailure why) {
    answered.completeExceptionally(why);
    progressed.completeExceptionally(why);
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
    return Waiting.on(answered, timeout, () -> "no answer; " + reception.lastHeard());
  }

  @Override
  public void awaitProgress(Duration timeout) throws CallFailure, InterruptedException {
    Waiting.on(progressed, timeout, () -> "no sign of ringing; " + reception.lastHeard());
  }

  @Override
  public void awaitRelease(Duration timeout) throws CallFailure, InterruptedException {
    Waiting.on(ending.released(), timeout, () -> "the call was not ended");
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

  @Override
  public MediaAgreement showContent(Duration timeout) throws CallFailure, InterruptedException {
    CompletableFuture<MediaAgreement> shown = new CompletableFuture<>();
    queue.run(() -> control.content().show(shown));
    return Waiting.on(shown, timeout, () -> "the right to show content did not come");
  }

  @Override
  public void stopContent() {
    queue.run(control.content()::stop);
  }

  @Override
  public MediaAgreement awaitContent(Duration timeout) throws CallFailure, InterruptedException {
    CompletableFuture<MediaAgreement> shows = new CompletableFuture<>();
    queue.run(() -> control.content().await(shows));
    return Waiting.on(shows, timeout, () -> "the other side did not show content");
  }

  @Override
  public void onContent(Consumer<ContentTurn> listener) {
    queue.run(() -> control.content().onTurn(listener));
  }

  /** Tells the H.245 session to do something that core has no word for. */
  public void perform(ControlCommand command) {
    queue.run(() -> control.perform(command));
  }

  /** Sends a message of this call with any type and body. */
  public void send(MessageType type, H323MessageBody body) {
    queue.run(() -> send(side.forms().any(identity, type, body, control.path().tunnels())));
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
    queue.run(() -> send(side.forms().statusInquiry(identity, control.path().tunnels())));
  }

  /** Tells by a Notify that our user has put the call aside for a moment. */
  public void notifySuspended() {
    queue.run(() -> send(side.forms().userSuspended(identity, control.path().tunnels())));
  }

  /** Sends a TPKT without content. */
  public void sendEmptyPacket() {
    queue.run(connection::sendEmpty);
  }

  /** The same on the connection of H.245; nothing where there is none. */
  public void sendEmptyControlPacket() {
    queue.run(control.path()::sendEmpty);
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
    queue.run(() -> control.listeners().onIntraRequest(listener));
  }

  /** From now on told of digits and texts that the other side's user enters. */
  public void onUserInput(Consumer<UserInput> listener) {
    queue.run(() -> control.listeners().onUserInput(listener));
  }

  @Override
  public void onRateLimit(RateLimits listener) {
    queue.run(() -> control.listeners().onRateLimit(listener));
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
    Waiting.on(ending.released(), timeout, () -> "the end of the call was not confirmed");
    if (!ending.theyLeft()) {
      throw new CallFailure("the end of the call was not confirmed");
    }
  }
}
