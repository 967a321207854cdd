package parley.h323.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.core.call.Call;
import parley.core.call.CallFailure;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.core.wire.Octets;
import parley.h323.control.ControlAction;
import parley.h323.control.ControlCommand;
import parley.h323.control.ControlConfiguration;
import parley.h323.control.ControlEvent;
import parley.h323.control.ControlSession;
import parley.h323.control.FastStart;
import parley.h323.control.IntraScope;
import parley.h323.control.LogicalChannel;
import parley.h323.control.UserInput;
import parley.h323.h225.H323UUPDU;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.h245.OpenLogicalChannelReject;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;
import parley.h323.q931.ReleaseCause;
import parley.h323.q931.SignalMessage;
import parley.h323.transport.ChannelKind;
import parley.h323.transport.TpktConnection;
import parley.h323.transport.TpktSockets;

/**
 * The H.245 of one call and the way it travels: inside call signalling where both sides tunnel, on
 * a connection of its own where not. Runs on the queue of its call.
 */
final class Control implements TpktConnection.Listener {
  /** Channels that belong together are opened within this time. */
  private static final long SETTLED_NANOS = 1_500_000_000L;

  /** Who has not answered by then is not waited for. */
  private static final long SILENT_NANOS = 4_000_000_000L;

  /** What G.711 and G.722 take, in bit/s. */
  private static final long SPEECH_BITS = 64_000;

  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);

  private final H323Side side;
  private final H323Call call;
  private final CallIdentity identity;
  private final DialOptions options;
  private final Map<MediaKind, Integer> incoming = new ConcurrentHashMap<>();
  private final Map<MediaKind, Integer> outgoing = new ConcurrentHashMap<>();
  private final List<Consumer<MediaAgreement>> agreementListeners = new ArrayList<>();
  private Runnable intraRequested = () -> {};
  private Consumer<UserInput> userInput = input -> {};
  private Call.RateLimits rateLimits = (_, _) -> {};
  private @Nullable ControlSession session;
  private @Nullable ControlConfiguration configuration;
  private List<OpenLogicalChannel> proposals = List.of();
  private boolean tookFastStart;
  private @Nullable TpktConnection connection;
  private TpktSockets.@Nullable Door door;
  private Optional<InetSocketAddress> theirAddress = Optional.empty();
  private Optional<MediaDescription> wanted = Optional.empty();
  private volatile Optional<MediaAgreement> agreement = Optional.empty();
  private Optional<CompletableFuture<MediaAgreement>> proposal = Optional.empty();
  private Optional<ScheduledFuture<?>> alarm = Optional.empty();
  private boolean peerTunnels;
  private boolean connected;
  private boolean heardCapabilities;
  private boolean answered;
  private boolean ended;
  private long lastChange = System.nanoTime();
  private long connectedAt;

  Control(H323Side side, H323Call call, CallIdentity identity, DialOptions options) {
    this.side = side;
    this.call = call;
    this.identity = identity;
    this.options = options;
  }

  /** What we send and receive in this call. */
  void ready(MediaDescription media) {
    wanted = Optional.of(media);
    ControlConfiguration.Builder builder =
        ControlConfiguration.builder(media).formats(side.formats());
    if (!options.refuses().isEmpty()) {
      builder.answersOnCommand();
    }
    configuration = builder.build();
    session =
        new ControlSession(
            configuration,
            side.behaviour().control(),
            identity.weCalled(),
            ThreadLocalRandom.current());
  }

  private ControlConfiguration configuration() {
    if (configuration == null) {
      throw new IllegalStateException("no media yet");
    }
    return configuration;
  }

  private ControlSession session() {
    if (session == null) {
      throw new IllegalStateException("no media yet");
    }
    return session;
  }

  // ---- fast start (H.323 8.1.7)

  List<Octets> fastStartProposals() {
    return options.fastStart()
        ? FastStart.propose(configuration()).stream().map(OpenLogicalChannel::encode).toList()
        : List.of();
  }

  /** What of the caller's proposals we take, once. */
  List<Octets> fastStartAnswer() {
    if (proposals.isEmpty() || side.behaviour().has(H323Behaviour.Fault.REFUSES_FAST_START)) {
      return List.of();
    }
    FastStart.Choice choice = FastStart.choose(proposals, configuration());
    deliver(take(session().adopt(choice.channels(), System.nanoTime())));
    int times = side.behaviour().has(H323Behaviour.Fault.DOUBLES_FAST_START) ? 2 : 1;
    return Stream.generate(() -> choice.answer())
        .limit(times)
        .flatMap(List::stream)
        .map(OpenLogicalChannel::encode)
        .toList();
  }

  private void fastStart(List<Octets> elements) {
    List<OpenLogicalChannel> read = new ArrayList<>();
    for (Octets element : elements) {
      DECODER
          .decode(OpenLogicalChannel.TYPE, element)
          .complete()
          .map(OpenLogicalChannel::of)
          .ifPresent(read::add);
    }
    if (!identity.weCalled()) {
      proposals = read;
    } else if (options.fastStart() && !tookFastStart && !read.isEmpty()) {
      tookFastStart = true;
      deliver(take(session().adopt(FastStart.read(read, configuration()), System.nanoTime())));
    }
  }

  Optional<MediaAgreement> agreement() {
    return agreement;
  }

  // ---- how it travels

  /** Whether the other side tunnels stands in every message of its own. */
  void heard(SignalMessage message) {
    message.pdu().ifPresent(pdu -> peerTunnels = pdu.h245Tunneling().orElse(false) || carries(pdu));
    List<Octets> elements = FastStartElements.of(message);
    if (!elements.isEmpty()) {
      fastStart(elements);
    }
  }

  private static boolean carries(H323UUPDU pdu) {
    return !pdu.h245Control().orElse(List.of()).isEmpty();
  }

  boolean tunnels() {
    boolean agreed =
        (options.tunnelling() && peerTunnels)
            || side.behaviour().has(H323Behaviour.Fault.TUNNELS_UNASKED);
    return agreed && connection == null && !side.behaviour().has(H323Behaviour.Fault.NEVER_TUNNELS);
  }

  /** Where the other side may connect for H.245; empty where that is not wanted. */
  Optional<InetSocketAddress> address() {
    if (tunnels() || side.behaviour().has(H323Behaviour.Fault.NO_CONTROL_ADDRESS)) {
      return Optional.empty();
    }
    try {
      if (door == null) {
        door =
            side.sockets()
                .listen(
                    ChannelKind.CONTROL,
                    false,
                    0,
                    arrived -> call.later(() -> established(arrived)));
      }
      return Optional.of(door.address());
    } catch (IOException noPort) {
      call.fail(String.valueOf(noPort.getMessage()));
      return Optional.empty();
    }
  }

  void theirAddress(InetSocketAddress address) {
    theirAddress = Optional.of(address);
    if (!tunnels() && session != null && connection == null && door == null) {
      connect(address);
    }
  }

  private void connect(InetSocketAddress address) {
    try {
      established(side.sockets().connect(ChannelKind.CONTROL, false, address));
    } catch (CallFailure refused) {
      call.fail("no H.245: " + refused.getMessage());
    }
  }

  private void established(TpktConnection made) {
    if (connection != null || ended) {
      made.close();
      return;
    }
    connection = made;
    made.listen(this);
    deliver(begin());
  }

  /** The other side shows progress: H.245 may begin where it is tunnelled or has an address. */
  void mayBegin() {
    if (!tunnels() && connection == null && door == null) {
      theirAddress.ifPresent(this::connect);
    }
  }

  void connected() {
    connected = true;
    connectedAt = System.nanoTime();
    lastChange = connectedAt;
    if (tunnels()) {
      deliver(begin());
    } else if (connection == null && door == null) {
      if (theirAddress.isPresent()) {
        connect(theirAddress.get());
      } else {
        address().ifPresent(ours -> call.send(side.forms().startControl(identity, ours)));
      }
    }
    lookAgain();
  }

  /** Starts the session; gives its first messages. */
  List<Octets> begin() {
    return take(session().start(System.nanoTime()));
  }

  private void deliver(List<Octets> messages) {
    if (messages.isEmpty()) {
      return;
    }
    TpktConnection own = connection;
    if (own != null) {
      messages.forEach(own::send);
    } else {
      call.send(side.forms().tunnel(identity, messages));
    }
  }

  @Override
  public void received(Octets message) {
    call.later(() -> takeIn(message));
  }

  /** A message that came tunnelled; on the queue already. */
  void tunnelled(Octets message) {
    takeIn(message);
  }

  private void takeIn(Octets octets) {
    if (session == null || ended) {
      return;
    }
    Optional<MultimediaSystemControlMessage> message =
        DECODER
            .decode(MultimediaSystemControlMessage.TYPE, octets)
            .complete()
            .map(MultimediaSystemControlMessage::of);
    // What cannot be read stands in the record; the session survives it.
    message.ifPresent(each -> deliver(take(session().received(each, System.nanoTime()))));
  }

  @Override
  public void empty() {
    if (side.behaviour().has(H323Behaviour.Fault.DROPS_ON_EMPTY_CONTROL_TPKT)) {
      call.release(ReleaseCause.INTERWORKING);
    }
  }

  /** Sends a packet without content on the connection of H.245, where there is one. */
  void sendEmpty() {
    if (connection != null) {
      connection.sendEmpty();
    }
  }

  @Override
  public void unframed(Octets octets) {
    // It stands in the record; the connection is ending.
  }

  @Override
  public void closed() {
    // H.323 8.5: the call may go on without H.245, and ends by its signalling.
  }

  // ---- what the session wants

  void perform(ControlCommand command) {
    if (session != null && !ended) {
      deliver(take(session().perform(command, System.nanoTime())));
    }
  }

  private List<Octets> take(List<ControlAction> actions) {
    List<Octets> messages = new ArrayList<>();
    for (ControlAction action : actions) {
      switch (action) {
        case ControlAction.Send(var message) -> messages.add(message.encode());
        case ControlEvent event -> event(event);
      }
    }
    schedule();
    return messages;
  }

  private void event(ControlEvent event) {
    switch (event) {
      case ControlEvent.CapabilitiesReceived any -> {
        heardCapabilities = true;
        lastChange = System.nanoTime();
      }
      case ControlEvent.MediaChanged(MediaAgreement now) -> {
        agreement = Optional.of(now);
        lastChange = System.nanoTime();
        agreementListeners.forEach(listener -> listener.accept(now));
        settle(false);
      }
      case ControlEvent.ChannelAccepted(var channel) ->
          incoming.put(channel.kind(), channel.number());
      case ControlEvent.ChannelOpened(var channel) ->
          outgoing.put(channel.kind(), channel.number());
      case ControlEvent.ChannelRequested(var channel, var _) -> answer(channel);
      case ControlEvent.FlowControlled(var channel, var rate) -> limited(channel, rate);
      case ControlEvent.IntraRequested any -> intraRequested.run();
      case ControlEvent.UserInputReceived(UserInput input) -> userInput.accept(input);
      case ControlEvent.CapabilitiesAcknowledged any -> acknowledged();
      case ControlEvent.SessionEnded(boolean byUs) -> {
        if (!byUs) {
          call.controlEnded();
        }
      }
      default -> {}
    }
  }

  /** Where some are to be refused the session leaves the answer to us. */
  private void answer(LogicalChannel channel) {
    if (configuration().answersOnCommand()) {
      ControlCommand answer =
          options.refuses().contains(channel.kind())
              ? new ControlCommand.Refuse(
                  channel.number(), new OpenLogicalChannelReject.Cause.DataTypeNotAvailable())
              : new ControlCommand.Accept(channel.number());
      call.later(() -> perform(answer));
    }
  }

  /** A limit for everything is one for video: speech comes first and has a rate of its own. */
  private void limited(Optional<Integer> number, Optional<Long> rate) {
    OptionalLong most = rate.stream().mapToLong(Long::longValue).findFirst();
    if (number.isEmpty()) {
      rateLimits.limited(
          MediaKind.VIDEO,
          rate.stream().mapToLong(all -> Math.max(0, all - SPEECH_BITS)).findFirst());
    }
    session().outgoingChannels().stream()
        .filter(channel -> number.filter(each -> each == channel.number()).isPresent())
        .forEach(channel -> rateLimits.limited(channel.kind(), most));
  }

  /** What was proposed only takes away: the other side has taken note, and that is its answer. */
  private void acknowledged() {
    lastChange = System.nanoTime();
    if (proposal.isPresent() && !receives()) {
      proposal.get().complete(session().agreement());
      proposal = Optional.empty();
    }
  }

  private boolean receives() {
    return wanted.stream()
        .flatMap(each -> each.lines().stream())
        .anyMatch(line -> !line.refused() && line.direction().receives());
  }

  // ---- when it is settled

  private boolean complete(MediaAgreement now) {
    return wanted.stream()
        .flatMap(each -> each.lines().stream())
        .filter(line -> !line.refused())
        .allMatch(line -> flows(line, now));
  }

  private static boolean flows(MediaLine line, MediaAgreement now) {
    return now.line(line.kind())
        .filter(
            each ->
                (!line.direction().sends() || each.weSend())
                    && (!line.direction().receives() || each.theySend()))
        .isPresent();
  }

  private void settle(boolean late) {
    MediaAgreement now = session().agreement();
    if (!connected || !(late || complete(now))) {
      return;
    }
    if (!answered) {
      answered = true;
      call.agreedNow(now);
    }
    proposal.ifPresent(each -> each.complete(now));
    proposal = Optional.empty();
  }

  /** Looks again when the last channel is a while ago: what has not come by then does not come. */
  private void lookAgain() {
    if (ended || (answered && proposal.isEmpty())) {
      return;
    }
    long now = System.nanoTime();
    long due = Math.max(connectedAt, lastChange) + (underWay() ? SILENT_NANOS : SETTLED_NANOS);
    if (now - due >= 0) {
      settle(true);
    } else {
      side.after(due - now, () -> call.later(this::lookAgain));
    }
  }

  /** Is something asked that the other side has still to answer, or nothing asked yet at all? */
  private boolean underWay() {
    ControlSession now = session();
    boolean determined =
        heardCapabilities && now.capabilitiesAcknowledged() && now.master().isPresent();
    return now.isOpening() || (agreement.isEmpty() && !determined);
  }

  private void schedule() {
    alarm.ifPresent(old -> old.cancel(false));
    alarm = Optional.empty();
    OptionalLong deadline = session().nextDeadline();
    if (deadline.isPresent() && !ended) {
      long wait = Math.max(0, deadline.getAsLong() - System.nanoTime());
      alarm = Optional.of(side.later(wait, () -> call.later(this::tick)));
    }
  }

  private void tick() {
    if (!ended) {
      deliver(take(session().tick(System.nanoTime())));
    }
  }

  // ---- what the call asks for

  void propose(MediaDescription description, CompletableFuture<MediaAgreement> changed) {
    wanted = Optional.of(description);
    proposal = Optional.of(changed);
    lastChange = System.nanoTime();
    perform(new ControlCommand.Propose(description));
    lookAgain();
  }

  void requestIntra(MediaKind kind) {
    Integer channel = incoming.get(kind);
    if (channel != null) {
      perform(new ControlCommand.RequestIntra(channel, new IntraScope.Picture()));
    }
  }

  Optional<Integer> incomingChannel(MediaKind kind) {
    return Optional.ofNullable(incoming.get(kind));
  }

  Optional<Integer> outgoingChannel(MediaKind kind) {
    return Optional.ofNullable(outgoing.get(kind));
  }

  void onRateLimit(Call.RateLimits listener) {
    rateLimits = listener;
  }

  void onAgreement(Consumer<MediaAgreement> listener) {
    agreementListeners.add(listener);
    agreement.ifPresent(listener);
  }

  void onUserInput(Consumer<UserInput> listener) {
    userInput = listener;
  }

  void onIntraRequest(Runnable listener) {
    intraRequested = listener;
  }

  /** Ends the session. Its last words go on a connection of its own, else they are given back. */
  List<Octets> end() {
    if (session == null || ended) {
      return List.of();
    }
    List<Octets> last = take(session().perform(new ControlCommand.End(), System.nanoTime()));
    TpktConnection own = connection;
    if (own != null) {
      last.forEach(own::send);
      return List.of();
    }
    return tunnels() ? last : List.of();
  }

  void close() {
    ended = true;
    alarm.ifPresent(old -> old.cancel(false));
    if (connection != null) {
      connection.close();
    }
    if (door != null) {
      door.close();
    }
  }
}
