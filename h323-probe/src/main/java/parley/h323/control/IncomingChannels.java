package parley.h323.control;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import parley.core.call.Format;
import parley.core.call.MediaDescription;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.h323.control.ControlBehaviour.Fault;
import parley.h323.h245.CloseLogicalChannelAck;
import parley.h323.h245.EncryptionSync;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.h245.OpenLogicalChannelReject;
import parley.h323.h245.OpenLogicalChannelReject.Cause;
import parley.h323.h245.ResponseMessage;

/** Channels on which the other side sends (H.245 clause 8.4, the incoming side). */
final class IncomingChannels {
  private record Waiting(LogicalChannel channel, OpenLogicalChannel request) {}

  private final ControlConfiguration configuration;
  private final ControlBehaviour behaviour;
  private final Outbox out;
  private final Map<Integer, LogicalChannel> open = new TreeMap<>();
  private final Map<Integer, Waiting> waiting = new TreeMap<>();

  IncomingChannels(ControlConfiguration configuration, ControlBehaviour behaviour, Outbox out) {
    this.configuration = configuration;
    this.behaviour = behaviour;
    this.out = out;
  }

  Collection<LogicalChannel> open() {
    return List.copyOf(open.values());
  }

  Optional<LogicalChannel> find(int number) {
    return Optional.ofNullable(open.get(number));
  }

  Optional<LogicalChannel> of(MediaKind kind) {
    return open.values().stream().filter(channel -> channel.kind() == kind).findFirst();
  }

  /**
   * The other side wants to send.
   *
   * @param media what we are ready to receive
   * @param sessions in use, so that a further one gets a number of its own
   */
  void requested(
      OpenLogicalChannel request,
      MediaDescription media,
      boolean master,
      Optional<Format> ourFormat,
      Set<Integer> sessions) {
    if (behaviour.is(Fault.IGNORES_CHANNELS)) {
      return;
    }
    int number = request.forwardLogicalChannelNumber();
    // Clause 8.4.1: a channel opened anew under a number in use replaces the one before.
    closed(number, false);
    Optional<LogicalChannel> read = ChannelMessages.read(request, configuration.formats());
    if (read.isEmpty()) {
      refuse(request, new Cause.UnknownDataType());
      return;
    }
    LogicalChannel channel = placed(read.get(), media, request);
    out.tell(new ControlEvent.ChannelRequested(channel, request));
    Optional<Cause> objection = objection(channel, request, media, master, ourFormat);
    if (objection.isPresent()) {
      refuse(request, objection.get());
      return;
    }
    LogicalChannel numbered = channel.withSession(session(channel, master, sessions));
    if (configuration.answersOnCommand()) {
      waiting.put(number, new Waiting(numbered, request));
    } else {
      accept(numbered, request, media, master);
    }
  }

  /**
   * A second video channel is content even where it does not say so: some devices give no role or
   * the session of the first, and are told by the medium alone.
   */
  private LogicalChannel placed(
      LogicalChannel channel, MediaDescription media, OpenLogicalChannel request) {
    boolean second =
        channel.kind() == MediaKind.VIDEO
            && of(MediaKind.VIDEO).filter(other -> !replaces(request, other)).isPresent()
            && media.line(MediaKind.CONTENT).isPresent();
    return second ? channel.withKind(MediaKind.CONTENT) : channel;
  }

  private static boolean replaces(OpenLogicalChannel request, LogicalChannel other) {
    return request.forwardLogicalChannelParameters().replacementFor().isPresent()
        && request.forwardLogicalChannelParameters().replacementFor().get() == other.number();
  }

  private Optional<Cause> objection(
      LogicalChannel channel,
      OpenLogicalChannel request,
      MediaDescription media,
      boolean master,
      Optional<Format> ourFormat) {
    if (behaviour.is(Fault.REJECTS_CHANNELS)
        || (behaviour.is(Fault.REJECTS_VIDEO) && channel.kind() == MediaKind.VIDEO)) {
      return Optional.of(new Cause.DataTypeNotAvailable());
    }
    if (request.reverseLogicalChannelParameters().isPresent()) {
      // Media over IP go in two channels of one direction each; we offer no others.
      return Optional.of(new Cause.UnsuitableReverseParameters());
    }
    Optional<MediaLine> line =
        media.line(channel.kind()).filter(each -> each.direction().receives());
    if (line.isEmpty()) {
      return Optional.of(new Cause.DataTypeNotAvailable());
    }
    if (FormatMatch.in(line.get(), channel.format()).isEmpty()) {
      return Optional.of(new Cause.DataTypeNotSupported());
    }
    Optional<LogicalChannel> before = of(channel.kind()).filter(other -> !replaces(request, other));
    if (before.isPresent()) {
      return Optional.of(new Cause.DataTypeNotAvailable());
    }
    boolean encrypted = channel.algorithm().isPresent();
    boolean required = configuration.security().filter(ChannelSecurity::required).isPresent();
    if ((required && !encrypted) || (encrypted && !weHave(channel))) {
      return Optional.of(new Cause.SecurityDenied());
    }
    if (configuration.symmetric()
        && master
        && ourFormat.filter(ours -> !FormatMatch.same(ours, channel.format())).isPresent()) {
      return Optional.of(new Cause.MasterSlaveConflict());
    }
    return Optional.empty();
  }

  private boolean weHave(LogicalChannel channel) {
    return configuration
        .security()
        .filter(security -> channel.algorithm().filter(security.algorithms()::contains).isPresent())
        .isPresent();
  }

  /** The session the channel gets: its own, or one of the master where it asks with 0. */
  private int session(LogicalChannel channel, boolean master, Set<Integer> sessions) {
    if (behaviour.is(Fault.MIXES_UP_SESSIONS)) {
      return OutgoingChannels.FIRST_FURTHER_SESSION + channel.number() % 100;
    }
    if (channel.sessionId() != 0) {
      return channel.sessionId();
    }
    if (channel.kind() != MediaKind.CONTENT) {
      return ChannelMessages.session(channel.kind());
    }
    // A master that asks with 0 is wrong; the number we then give is as good as any.
    int session = OutgoingChannels.FIRST_FURTHER_SESSION;
    while (master && sessions.contains(session)) {
      session++;
    }
    return session;
  }

  private void accept(
      LogicalChannel channel, OpenLogicalChannel request, MediaDescription media, boolean master) {
    Optional<MediaLine> line =
        media.line(channel.kind()).filter(_ -> !behaviour.is(Fault.ACCEPTS_WITHOUT_ADDRESS));
    request
        .forwardLogicalChannelParameters()
        .replacementFor()
        .ifPresent(replaced -> closed(replaced, false));
    Optional<EncryptionSync> key =
        channel
            .algorithm()
            .filter(_ -> master)
            .flatMap(each -> configuration.security().map(it -> it.key(channel, each)));
    LogicalChannel taken =
        channel
            .withAddresses(line.map(MediaLine::rtp), channel.rtcp())
            .withKey(channel.key().or(() -> key));
    open.put(channel.number(), taken);
    out.send(
        new ResponseMessage.OpenLogicalChannelAck(
            ChannelMessages.accept(
                taken, line, key, configuration.extensions().accepting(taken, request))));
    out.tell(new ControlEvent.ChannelAccepted(taken));
  }

  private void refuse(OpenLogicalChannel request, Cause cause) {
    out.send(
        new ResponseMessage.OpenLogicalChannelReject(
            OpenLogicalChannelReject.with()
                .forwardLogicalChannelNumber(request.forwardLogicalChannelNumber())
                .cause(cause)
                .build()));
    out.tell(new ControlEvent.ChannelRefused(request, cause));
  }

  /** Takes a channel that waits. */
  void accept(int number, MediaDescription media, boolean master) {
    Waiting each = waiting.remove(number);
    if (each != null) {
      accept(each.channel(), each.request(), media, master);
    }
  }

  /** Refuses a channel that waits. */
  void refuse(int number, Cause cause) {
    Waiting each = waiting.remove(number);
    if (each != null) {
      refuse(each.request(), cause);
    }
  }

  /** A channel that a fast start has opened. */
  void opened(LogicalChannel channel) {
    open.put(channel.number(), channel);
    out.tell(new ControlEvent.ChannelAccepted(channel));
  }

  /** The other side closes a channel, known or not: it is acknowledged (clause 8.4.2). */
  boolean closing(int number) {
    if (!behaviour.is(Fault.IGNORES_CLOSE)) {
      out.send(
          new ResponseMessage.CloseLogicalChannelAck(
              CloseLogicalChannelAck.with().forwardLogicalChannelNumber(number).build()));
    }
    boolean asked = waiting.remove(number) != null;
    return closed(number, false) || asked;
  }

  private boolean closed(int number, boolean byUs) {
    LogicalChannel channel = open.remove(number);
    if (channel != null) {
      out.tell(new ControlEvent.ChannelClosed(channel, byUs));
    }
    return channel != null;
  }

  void replace(LogicalChannel channel) {
    open.computeIfPresent(channel.number(), (_, _) -> channel);
  }
}
