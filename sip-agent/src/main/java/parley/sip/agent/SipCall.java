package parley.sip.agent;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import parley.core.call.Call;
import parley.core.call.CallFailure;
import parley.core.call.CallState;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaKind;
import parley.core.call.SerialQueue;
import parley.core.call.Waiting;
import parley.sip.message.SipHeader;
import parley.sip.sdp.SessionDescription;

/** One SIP call. All that happens to it happens on its own queue, in order. */
public final class SipCall implements Call {
  final SipSide side;
  final SipDialog dialog;
  final MediaTalk talk;
  final SessionTimer timer;
  final SerialQueue queue = new SerialQueue(this::broken);
  final CompletableFuture<MediaAgreement> answered = new CompletableFuture<>();
  final CompletableFuture<Void> progressed = new CompletableFuture<>();
  private final CompletableFuture<Void> released = new CompletableFuture<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final Runnable gone;
  private final String peer;
  private final Set<String> peerAllows = new TreeSet<>();
  private volatile CallState state = CallState.CALLING;
  private volatile String lastHeard = "it said nothing at all";
  private volatile Optional<String> peerProduct = Optional.empty();
  private volatile Optional<Proposals> proposals = Optional.empty();
  private volatile Runnable intraRequested = () -> {};
  boolean cancelled;
  private Optional<SIPRequest> lastAck = Optional.empty();
  @Nullable InviteClient client;
  @Nullable InviteServer server;

  SipCall(SipSide side, SipDialog dialog, String peer, Runnable gone) {
    this.side = side;
    this.dialog = dialog;
    this.peer = peer;
    this.gone = gone;
    this.talk = new MediaTalk(side);
    this.timer = new SessionTimer(side, this::refreshQuietly, this::expired);
  }

  // ---- calling

  void dial(
      Optional<MediaDescription> offer, UnaryOperator<MediaDescription> late, DialOptions options)
      throws CallFailure {
    talk.editOffers(options.offerText());
    Draft draft = invite(offer.map(this::firstOffer));
    for (SipHeader header : options.headers()) {
      draft = draft.with(header.written(), header.value());
    }
    Dialling events = new Dialling(this, offer.isPresent() ? Optional.empty() : Optional.of(late));
    InviteClient first = new InviteClient(side, queue, draft, events);
    client = first;
    first.start(Optional.empty());
  }

  private String firstOffer(MediaDescription offer) {
    talk.want(offer);
    return talk.offer(offer);
  }

  Draft invite(Optional<String> sdp) {
    return withTimer(dialog.draft("INVITE").withSdp(sdp).with("Accept", "application/sdp"));
  }

  private Draft withTimer(Draft draft) {
    Draft whole =
        draft
            .with("Contact", side.contact(dialog.transport()))
            .with("Allow", SipSide.ALLOW)
            .with("Supported", SipSide.SUPPORTED);
    for (SipHeader header : timer.request()) {
      whole = whole.with(header.written(), header.value());
    }
    return whole;
  }

  static String words(SIPResponse response) {
    return (response.getStatusCode() + " " + response.getReasonPhrase()).trim();
  }

  void acknowledge(long sequence, Optional<String> sdp) {
    try {
      SIPRequest ack = side.build(dialog.acknowledgement(sequence).withSdp(sdp), Optional.empty());
      lastAck = Optional.of(ack);
      acknowledgeAgain(sequence);
    } catch (CallFailure e) {
      fail(String.valueOf(e.getMessage()));
    }
  }

  /** True where our ACK for that INVITE has been made. */
  boolean hasAcknowledged(long sequence) {
    return lastAck.filter(ack -> ack.getCSeq().getSeqNumber() == sequence).isPresent();
  }

  /** Each repetition of a 2xx gets the same ACK again (RFC 3261 §13.2.2.4). */
  void acknowledgeAgain(long sequence) {
    SIPRequest ack = lastAck.orElse(null);
    if (ack == null
        || ack.getCSeq().getSeqNumber() != sequence
        || side.behaviour().neverAcknowledges()) {
      return;
    }
    try {
      side.sendAcknowledgement(ack);
    } catch (CallFailure e) {
      lastHeard = String.valueOf(e.getMessage());
    }
  }

  void heard(SIPResponse response) {
    lastHeard = "the last it said was " + words(response);
    notePeer(response);
  }

  void notePeer(gov.nist.javax.sip.message.SIPMessage message) {
    synchronized (peerAllows) {
      peerAllows.addAll(SipSide.tokens(message, "Allow"));
    }
    for (String header : List.of("User-Agent", "Server")) {
      SipSide.values(message, header).stream()
          .findFirst()
          .ifPresent(product -> peerProduct = Optional.of(product));
    }
  }

  // ---- being called

  void ringing() {
    advance(CallState.PROGRESSING);
    progressed.complete(null);
  }

  /** Nothing brings an ended call back. */
  synchronized void advance(CallState next) {
    if (!over.get()) {
      state = next;
    }
  }

  void connected() {
    advance(CallState.CONNECTED);
    progressed.complete(null);
    talk.agreement().ifPresent(answered::complete);
  }

  /** The caller's ACK; carries the answer where we made the offer. */
  void acknowledged(SIPRequest ack) {
    InviteServer invite = server;
    if (invite == null || !invite.belongs(ack)) {
      return;
    }
    invite.acknowledged();
    if (talk.awaitsAnswer()) {
      Optional<SessionDescription> sdp = Bodies.sdp(ack);
      if (sdp.isPresent()) {
        answered.complete(talk.answered(sdp.get()));
      } else {
        talk.withdraw();
        answered.completeExceptionally(
            new CallFailure(peer + " did not answer our offer in its ACK"));
      }
    }
  }

  // ---- ending

  private void broken(RuntimeException e) {
    fail("the call could not go on: " + e);
  }

  /** The other side never confirmed: leave it with a BYE (RFC 3261 §13.3.1.4). */
  void abandon(String why) {
    Exchange.startAndThen(side, dialog.draft("BYE"), () -> queue.run(() -> fail(why)));
  }

  /** The call is over for a reason that is not a normal end. */
  void fail(String why) {
    finish(new CallFailure(why));
  }

  /** The call is over. */
  void end() {
    finish(new CallFailure("the call has ended"));
  }

  private void finish(CallFailure why) {
    synchronized (this) {
      if (!over.compareAndSet(false, true)) {
        return;
      }
      state = CallState.RELEASED;
    }
    timer.stop();
    InviteServer invite = server;
    if (invite != null) {
      invite.stop();
    }
    gone.run();
    // Whoever waits is told last, and finds all as it is.
    answered.completeExceptionally(why);
    progressed.completeExceptionally(why);
    released.complete(null);
  }

  boolean isOver() {
    return over.get();
  }

  private void expired() {
    queue.run(
        () -> {
          if (!isOver()) {
            Exchange.startAndThen(side, dialog.draft("BYE"), () -> queue.run(this::end));
          }
        });
  }

  private void refreshQuietly() {
    side.soon(
        () -> {
          try {
            refreshNow(Duration.ofSeconds(32));
          } catch (CallFailure e) {
            lastHeard = "it did not refresh the session: " + e.getMessage();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  // ---- what scripts use

  @Override
  public String id() {
    return dialog.callId();
  }

  @Override
  public CallState state() {
    return state;
  }

  @Override
  public Optional<MediaAgreement> agreement() {
    return talk.agreement();
  }

  @Override
  public MediaAgreement awaitAnswer(Duration timeout) throws CallFailure, InterruptedException {
    return Waiting.on(answered, timeout, () -> "no answer from " + peer + lastWords());
  }

  @Override
  public void awaitProgress(Duration timeout) throws CallFailure, InterruptedException {
    Waiting.on(progressed, timeout, () -> "no ringing from " + peer + lastWords());
  }

  @Override
  public void awaitRelease(Duration timeout) throws CallFailure, InterruptedException {
    Waiting.on(released, timeout, () -> peer + " did not end the call");
  }

  private String lastWords() {
    return " (" + lastHeard + ")";
  }

  @Override
  public MediaAgreement propose(MediaDescription description, Duration timeout)
      throws CallFailure, InterruptedException {
    Reinvite change = new Reinvite(this, Optional.of(description));
    queue.run(change::start);
    return Waiting.on(
        change.result(), timeout, () -> peer + " did not answer our change of the call");
  }

  /**
   * Keeps the session alive now (RFC 4028 §7.4): UPDATE where the other side allows it, else a
   * re-INVITE that changes nothing.
   */
  public void refreshNow(Duration timeout) throws CallFailure, InterruptedException {
    if (peerAllows().contains("UPDATE")) {
      SIPResponse response =
          Waiting.on(
              Exchange.start(side, withTimer(dialog.draft("UPDATE"))),
              timeout,
              () -> peer + " did not answer our UPDATE");
      if (response.getStatusCode() / 100 != 2) {
        throw new CallFailure(peer + " refused to refresh the session: " + words(response));
      }
      timer.answered(response);
      return;
    }
    Reinvite refresh = new Reinvite(this, Optional.empty());
    queue.run(refresh::start);
    Waiting.on(refresh.result(), timeout, () -> peer + " did not answer our refresh");
  }

  /** The session interval in seconds that was agreed; empty where there is none. */
  public Optional<Integer> sessionInterval() {
    return timer.agreed().map(SessionTimer.Agreed::seconds);
  }

  /** True where a session timer was agreed and this side refreshes. */
  public boolean weRefresh() {
    return timer.agreed().map(SessionTimer.Agreed::weRefresh).orElse(false);
  }

  /** Methods the other side says it allows. */
  public Set<String> peerAllows() {
    synchronized (peerAllows) {
      return Set.copyOf(peerAllows);
    }
  }

  /** How the other side names its product (User-Agent, Server). */
  public Optional<String> peerProduct() {
    return peerProduct;
  }

  /** From now on this decides on changes the other side proposes; it must answer at once. */
  @Override
  public void onProposal(Proposals decision) {
    proposals = Optional.of(decision);
  }

  Optional<MediaDescription> decide(MediaDescription offer) {
    return proposals.map(each -> each.proposed(offer)).orElseGet(() -> Optional.of(talk.wanted()));
  }

  /** Called with each agreement, the first and those that change the call; it must not block. */
  @Override
  public void onAgreement(Consumer<MediaAgreement> listener) {
    talk.onAgreement(listener);
  }

  /** Called when the other side asks for an intra picture (RFC 5168). */
  @Override
  public void onIntraRequest(Runnable listener) {
    intraRequested = listener;
  }

  void intraRequested() {
    side.soon(intraRequested);
  }

  @Override
  public void requestIntra(MediaKind kind) throws CallFailure {
    if (state != CallState.CONNECTED) {
      throw new CallFailure("no picture can be asked for: the call is not connected");
    }
    Exchange.start(
            side, dialog.draft("INFO").withBody(Bodies.MEDIA_CONTROL, Bodies.PICTURE_FAST_UPDATE))
        .exceptionally(failure -> null);
  }

  @Override
  public void cancel() throws CallFailure {
    if (state == CallState.CONNECTED || state == CallState.RELEASED) {
      throw new CallFailure("the call can no longer be given up, it is " + state);
    }
    queue.run(
        () -> {
          cancelled = true;
          InviteClient invite = client;
          if (invite != null) {
            invite.cancel();
          }
        });
  }

  @Override
  public void hangUp(Duration timeout) throws CallFailure, InterruptedException {
    if (state == CallState.RELEASED) {
      return;
    }
    if (state != CallState.CONNECTED) {
      if (client == null) {
        throw new CallFailure("the call is not answered, so there is nothing to hang up");
      }
      cancel();
      Waiting.on(released, timeout, () -> peer + " did not confirm the CANCEL");
      return;
    }
    try {
      SIPResponse response =
          Waiting.on(
              Exchange.start(side, dialog.draft("BYE")),
              timeout,
              () -> peer + " did not confirm the BYE");
      int status = response.getStatusCode();
      if (status >= 300) {
        throw new CallFailure(peer + " refused the BYE: " + words(response));
      }
    } finally {
      end();
    }
  }

  List<SipHeader> answerHeaders(SIPRequest request) {
    List<SipHeader> headers = new ArrayList<>();
    headers.add(new SipHeader("Contact", side.contact(dialog.transport())));
    headers.add(new SipHeader("Allow", SipSide.ALLOW));
    headers.add(new SipHeader("Supported", SipSide.SUPPORTED));
    headers.addAll(timer.answer(request));
    return headers;
  }

  String peer() {
    return peer;
  }
}
