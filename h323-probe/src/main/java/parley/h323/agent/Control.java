package parley.h323.agent;

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
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaKind;
import parley.core.call.ProtectionPolicy;
import parley.core.wire.Octets;
import parley.h323.capability.TerminalFeatures;
import parley.h323.control.ControlAction;
import parley.h323.control.ControlCommand;
import parley.h323.control.ControlConfiguration;
import parley.h323.control.ControlEvent;
import parley.h323.control.ControlSession;
import parley.h323.control.FastStart;
import parley.h323.control.IntraScope;
import parley.h323.control.LogicalChannel;
import parley.h323.control.UserInput;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.h245.OpenLogicalChannelReject;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;
import parley.h323.q931.ReleaseCause;
import parley.h323.q931.SignalMessage;

/** The H.245 of one call. Runs on the queue of its call. */
final class Control {
  /** The other side's capabilities and the like; who sends more before we answer floods. */
  private static final int MOST_EARLY = 32;

  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);

  private final H323Side side;
  private final H323Call call;
  private final CallIdentity identity;
  private final DialOptions options;
  private final Map<MediaKind, Integer> incoming = new ConcurrentHashMap<>();
  private final Map<MediaKind, Integer> outgoing = new ConcurrentHashMap<>();
  private final ControlListeners listeners = new ControlListeners();
  private final ControlPath path;
  private final Settlement settlement;
  private final CallSecurity security;
  private final ContentTurns content = new ContentTurns(this);
  private final List<Octets> early = new ArrayList<>();
  private boolean fastStart;
  private Optional<MediaDescription> wanted = Optional.empty();
  private @Nullable ControlSession session;
  private @Nullable ControlConfiguration configuration;
  private List<OpenLogicalChannel> proposals = List.of();
  private boolean tookFastStart;
  private volatile Optional<MediaAgreement> agreement = Optional.empty();
  private Optional<ScheduledFuture<?>> alarm = Optional.empty();
  private boolean ended;

  Control(H323Side side, H323Call call, CallIdentity identity, DialOptions options) {
    this.side = side;
    this.call = call;
    this.identity = identity;
    this.options = options;
    this.path = new ControlPath(side, call, identity, options, this);
    this.settlement = new Settlement(side, call, this);
    this.security = new CallSecurity(side.behaviour(), identity.weCalled());
  }

  ControlPath path() {
    return path;
  }

  /** What we send and receive in this call. */
  void ready(MediaDescription media) {
    wanted = Optional.of(media);
    settlement.wants(media);
    // What is opened in the Setup comes before any key (H.323 8.1.7), so it is one or the other.
    fastStart = options.fastStart() && media.protection() != ProtectionPolicy.REQUIRED;
    security.wants(fastStart ? ProtectionPolicy.NONE : media.protection());
  }

  /** Whether media is to be encrypted is settled by then. */
  private ControlConfiguration configuration() {
    if (configuration == null) {
      MediaDescription media = wanted.orElseThrow(() -> new IllegalStateException("no media yet"));
      ControlConfiguration.Builder builder =
          ControlConfiguration.builder(media).formats(side.formats());
      if (media.line(MediaKind.CONTENT).isPresent()) {
        builder.features(TerminalFeatures.plain().withContent());
      }
      if (!options.refuses().isEmpty()) {
        builder.answersOnCommand();
      }
      security.channels().ifPresent(builder::security);
      configuration = builder.build();
    }
    return configuration;
  }

  ControlSession session() {
    if (session == null) {
      session =
          new ControlSession(
              configuration(),
              side.behaviour().control(),
              identity.weCalled(),
              ThreadLocalRandom.current());
    }
    return session;
  }

  CallSecurity security() {
    return security;
  }

  /** True once it is known what we can do, of which encryption is a part. */
  boolean isReady() {
    return wanted.isPresent() && security.settled();
  }

  // ---- fast start (H.323 8.1.7)

  List<Octets> fastStartProposals() {
    return fastStart
        ? FastStart.propose(configuration()).stream().map(OpenLogicalChannel::encode).toList()
        : List.of();
  }

  /** What of the caller's proposals we take, once. */
  List<Octets> fastStartAnswer() {
    if (proposals.isEmpty()
        || security.channels().isPresent()
        || side.behaviour().has(H323Behaviour.Fault.REFUSES_FAST_START)) {
      return List.of();
    }
    FastStart.Choice choice = FastStart.choose(proposals, configuration());
    path.deliver(take(session().adopt(choice.channels(), System.nanoTime())));
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
    } else if (fastStart && !tookFastStart && !read.isEmpty()) {
      tookFastStart = true;
      path.deliver(take(session().adopt(FastStart.read(read, configuration()), System.nanoTime())));
    }
  }

  /** A message of call signalling has come; what it carries of H.245 is given in later. */
  void heard(SignalMessage message) {
    path.heard(message);
    security.heard(message);
    List<Octets> elements = FastStartElements.of(message);
    if (!elements.isEmpty()) {
      fastStart(elements);
    }
    if (security.refusal().isPresent()) {
      call.giveUp(ReleaseCause.SECURITY_DENIED, security.refusal().get());
    }
  }

  Optional<MediaAgreement> agreement() {
    return agreement;
  }

  void connected() {
    settlement.connected();
    path.connected();
    settlement.lookAgain();
  }

  /** Starts the session; gives its first messages. */
  List<Octets> begin() {
    return take(session().start(System.nanoTime()));
  }

  void takeIn(Octets octets) {
    if (ended) {
      return;
    }
    if (!isReady()) {
      if (early.size() < MOST_EARLY) {
        early.add(octets);
      }
      return;
    }
    Optional<MultimediaSystemControlMessage> message =
        DECODER
            .decode(MultimediaSystemControlMessage.TYPE, octets)
            .complete()
            .map(MultimediaSystemControlMessage::of);
    // What cannot be read stands in the record; the session survives it.
    message.ifPresent(each -> path.deliver(take(session().received(each, System.nanoTime()))));
  }

  /** Messages that came before we knew what we can do are taken now. */
  void catchUp() {
    if (isReady() && !early.isEmpty()) {
      List<Octets> waiting = List.copyOf(early);
      early.clear();
      waiting.forEach(this::takeIn);
    }
  }

  // ---- what the session wants

  void perform(ControlCommand command) {
    if (isReady() && !ended) {
      path.deliver(take(session().perform(command, System.nanoTime())));
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
      case ControlEvent.CapabilitiesReceived any -> settlement.heardCapabilities();
      case ControlEvent.MediaChanged(MediaAgreement _) -> {
        MediaAgreement now = securedAgreement();
        agreement = Optional.of(now);
        listeners.agreed(now);
        content.agreed(now);
        settlement.changed();
      }
      case ControlEvent.ChannelAccepted(var channel) ->
          incoming.put(channel.kind(), channel.number());
      case ControlEvent.ChannelOpened(var channel) ->
          outgoing.put(channel.kind(), channel.number());
      case ControlEvent.ChannelRequested(var channel, var _) -> answer(channel);
      case ControlEvent.FlowControlled(var channel, var rate) ->
          listeners.limited(channel, rate, session().outgoingChannels());
      case ControlEvent.IntraRequested any -> listeners.intraRequested();
      case ControlEvent.UserInputReceived(UserInput input) -> listeners.userInput(input);
      case ControlEvent.CapabilitiesAcknowledged any -> settlement.acknowledged();
      case ControlEvent.SessionEnded(boolean byUs) -> {
        if (!byUs) {
          call.controlEnded();
        }
      }
      default -> content.heard(event);
    }
  }

  /** What the open channels come to, with the keys of those that are encrypted. */
  MediaAgreement securedAgreement() {
    CallSecurity.Secured secured =
        security.secure(
            session().agreement(), session().outgoingChannels(), session().incomingChannels());
    if (!secured.problems().isEmpty()) {
      call.giveUp(ReleaseCause.SECURITY_DENIED, String.join("; ", secured.problems()));
    }
    return secured.agreement();
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
      path.deliver(take(session().tick(System.nanoTime())));
    }
  }

  // ---- what the call asks for

  void propose(MediaDescription description, CompletableFuture<MediaAgreement> changed) {
    settlement.propose(description, changed);
    perform(new ControlCommand.Propose(description));
    settlement.lookAgain();
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

  ContentTurns content() {
    return content;
  }

  ControlListeners listeners() {
    return listeners;
  }

  /** From now on told of every agreement, also of the one that is there. */
  void onAgreement(Consumer<MediaAgreement> listener) {
    listeners.onAgreement(listener);
    agreement.ifPresent(listener);
  }

  /** Ends the session. Its last words go on a connection of its own, else they are given back. */
  List<Octets> end() {
    if (session == null || ended) {
      return List.of();
    }
    List<Octets> last = take(session().perform(new ControlCommand.End(), System.nanoTime()));
    return path.deliverLast(last);
  }

  void close() {
    ended = true;
    alarm.ifPresent(old -> old.cancel(false));
    settlement.ended();
    path.close();
  }
}
