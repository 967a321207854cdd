package parley.h323.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.h323.capability.CapabilityTable;
import parley.h323.capability.MediaCapability;
import parley.h323.control.ControlBehaviour.Fault;
import parley.h323.h245.CloseLogicalChannel;
import parley.h323.h245.DataType;
import parley.h323.h245.EncryptionSync;
import parley.h323.h245.H2250LogicalChannelAckParameters;
import parley.h323.h245.OpenLogicalChannelAck;
import parley.h323.h245.OpenLogicalChannelReject;
import parley.h323.h245.RequestMessage;
import parley.h323.per.ObjectIdentifier;

/** Channels on which we send (H.245 clause 8.4, the outgoing side). */
final class OutgoingChannels {
  private enum State {
    ASKED,
    OPEN,
    CLOSING
  }

  private static final class Entry {
    private LogicalChannel channel;
    private State state;
    private final int capability;
    private final Deadline timer = new Deadline();

    Entry(LogicalChannel channel, State state, int capability) {
      this.channel = channel;
      this.state = state;
      this.capability = capability;
    }
  }

  /** Stands for the entry of a channel that no capability of the other side stands behind. */
  private static final int NO_CAPABILITY = 0;

  /** Sessions beyond audio, video and data, as terminals use to number them. */
  static final int FIRST_FURTHER_SESSION = 32;

  private final ControlConfiguration configuration;
  private final ControlBehaviour behaviour;
  private final Outbox out;
  private final Map<Integer, Entry> entries = new TreeMap<>();
  private final Map<MediaKind, Set<Integer>> refused = new EnumMap<>(MediaKind.class);
  private final Set<MediaKind> unwanted = java.util.EnumSet.noneOf(MediaKind.class);
  private int next;

  OutgoingChannels(ControlConfiguration configuration, ControlBehaviour behaviour, Outbox out) {
    this.configuration = configuration;
    this.behaviour = behaviour;
    this.out = out;
    this.next = configuration.firstChannel();
  }

  /** Those that are open. */
  List<LogicalChannel> open() {
    return in(State.OPEN);
  }

  private List<LogicalChannel> in(State state) {
    return entries.values().stream()
        .filter(entry -> entry.state == state)
        .map(entry -> entry.channel)
        .toList();
  }

  Optional<LogicalChannel> find(int number) {
    return Optional.ofNullable(entries.get(number))
        .filter(entry -> entry.state != State.CLOSING)
        .map(entry -> entry.channel);
  }

  /** The channel of that kind that is open or asked for. */
  Optional<LogicalChannel> of(MediaKind kind) {
    return entries.values().stream()
        .filter(entry -> entry.state != State.CLOSING && entry.channel.kind() == kind)
        .map(entry -> entry.channel)
        .findFirst();
  }

  boolean waiting() {
    return entries.values().stream().anyMatch(entry -> entry.state == State.ASKED);
  }

  /** Forgets refusals: the other side can do something else now, or we want something else. */
  void tryAgain() {
    refused.clear();
    unwanted.clear();
  }

  int nextNumber() {
    while (entries.containsKey(next)) {
      next++;
    }
    return next;
  }

  /**
   * Asks for the best channel of a line that the other side has not refused. Returns false where
   * there is none.
   */
  boolean ask(
      MediaLine line, CapabilityTable theirs, boolean master, Set<Integer> sessions, long now) {
    Set<Integer> tried = refused.computeIfAbsent(line.kind(), _ -> new HashSet<>());
    Optional<ChannelChoice.Candidate> best =
        ChannelChoice.candidates(line, theirs, configuration.formats(), busy()).stream()
            .filter(candidate -> !tried.contains(candidate.entry()))
            .findFirst();
    if (best.isEmpty()) {
      return false;
    }
    Optional<ObjectIdentifier> algorithm = algorithm(theirs, best.get().entry());
    if (algorithm.isEmpty() && requiresEncryption()) {
      return false;
    }
    ask(line, best.get(), algorithm, master, sessions, now);
    return true;
  }

  private boolean requiresEncryption() {
    return configuration.security().filter(ChannelSecurity::required).isPresent();
  }

  private Optional<ObjectIdentifier> algorithm(CapabilityTable theirs, int entry) {
    List<ObjectIdentifier> both = theirs.encryption(entry);
    return configuration.security().stream()
        .flatMap(security -> security.algorithms().stream())
        .filter(both::contains)
        .findFirst();
  }

  private Collection<Integer> busy() {
    return entries.values().stream()
        .filter(entry -> entry.state != State.CLOSING && entry.capability != NO_CAPABILITY)
        .map(entry -> entry.capability)
        .toList();
  }

  /** Asks for a channel whether or not the other side said that it receives it. */
  void askRegardless(
      MediaLine line,
      MediaCapability medium,
      Format format,
      boolean master,
      Set<Integer> sessions,
      long now) {
    ask(
        line,
        new ChannelChoice.Candidate(NO_CAPABILITY, medium, format),
        Optional.empty(),
        master,
        sessions,
        now);
  }

  private void ask(
      MediaLine line,
      ChannelChoice.Candidate candidate,
      Optional<ObjectIdentifier> algorithm,
      boolean master,
      Set<Integer> sessions,
      long now) {
    int number = nextNumber();
    next = number + 1;
    DataType type =
        algorithm
            .map(each -> candidate.medium().encrypted(each))
            .orElseGet(() -> candidate.medium().dataType());
    LogicalChannel channel =
        new LogicalChannel(
            number,
            true,
            line.kind(),
            candidate.medium().role(),
            session(line.kind(), master, sessions),
            type,
            payloadType(candidate.format(), algorithm),
            Optional.empty(),
            Optional.empty(),
            algorithm,
            Optional.empty(),
            List.of());
    Optional<EncryptionSync> key =
        algorithm
            .filter(_ -> master)
            .flatMap(each -> configuration.security().map(it -> it.key(channel, each)));
    LogicalChannel keyed = channel.withKey(key);
    Entry entry = new Entry(keyed, State.ASKED, candidate.entry());
    entry.timer.start(now, configuration.timers().channel());
    entries.put(number, entry);
    out.send(
        new RequestMessage.OpenLogicalChannel(
            ChannelMessages.open(
                keyed,
                behaviour.is(Fault.OPENS_WITHOUT_ADDRESS)
                    ? Optional.empty()
                    : Optional.of(line.rtcp()),
                configuration.extensions().opening(keyed))));
    out.tell(new ControlEvent.ChannelOffered(keyed));
  }

  /** An encrypted channel has a dynamic payload type whatever its codec (H.235.6 clause 9.1). */
  private static Format payloadType(Format format, Optional<ObjectIdentifier> algorithm) {
    return algorithm.isPresent() && format.payloadType() < 96
        ? format.withPayloadType(120)
        : format;
  }

  /** Only the master numbers further sessions; the slave asks for one with 0 (H.245 B.3.1). */
  private int session(MediaKind kind, boolean master, Set<Integer> sessions) {
    if (kind != MediaKind.CONTENT) {
      return behaviour.is(Fault.MIXES_UP_SESSIONS) ? 0 : ChannelMessages.session(kind);
    }
    if (!master || behaviour.is(Fault.MIXES_UP_SESSIONS)) {
      return 0;
    }
    int session = FIRST_FURTHER_SESSION;
    while (sessions.contains(session)) {
      session++;
    }
    return session;
  }

  /** A channel that a fast start has opened. */
  void opened(LogicalChannel channel) {
    entries.put(channel.number(), new Entry(channel, State.OPEN, NO_CAPABILITY));
    out.tell(new ControlEvent.ChannelOpened(channel));
  }

  /** Returns false where no such channel was asked for. */
  boolean acknowledged(OpenLogicalChannelAck response) {
    Entry entry = entries.get(response.forwardLogicalChannelNumber());
    if (entry == null || entry.state != State.ASKED) {
      return false;
    }
    entry.timer.stop();
    entry.state = State.OPEN;
    Optional<H2250LogicalChannelAckParameters> parameters = ChannelMessages.parameters(response);
    LogicalChannel channel =
        entry
            .channel
            .withAddresses(
                parameters
                    .flatMap(H2250LogicalChannelAckParameters::mediaChannel)
                    .flatMap(MediaAddresses::read),
                parameters
                    .flatMap(H2250LogicalChannelAckParameters::mediaControlChannel)
                    .flatMap(MediaAddresses::read))
            .withKey(entry.channel.key().or(response::encryptionSync))
            .withExtensions(response.genericInformation().orElse(List.of()));
    int session =
        parameters.flatMap(H2250LogicalChannelAckParameters::sessionID).orElse(channel.sessionId());
    // H.235.6 clause 9.1: the synchFlag is the payload type under which the key is used.
    int payloadType =
        channel
            .key()
            .map(EncryptionSync::synchFlag)
            .filter(type -> type <= 127)
            .or(() -> parameters.flatMap(H2250LogicalChannelAckParameters::dynamicRTPPayloadType))
            .orElse(channel.format().payloadType());
    entry.channel =
        channel.withSession(session).withFormat(channel.format().withPayloadType(payloadType));
    out.tell(new ControlEvent.ChannelOpened(entry.channel));
    return true;
  }

  /** Returns the channel refused; empty where no such was asked for. */
  Optional<LogicalChannel> rejected(OpenLogicalChannelReject response) {
    Entry entry = entries.get(response.forwardLogicalChannelNumber());
    if (entry == null || entry.state != State.ASKED) {
      return Optional.empty();
    }
    refuse(entry, response.cause());
    return Optional.of(entry.channel);
  }

  private void refuse(Entry entry, OpenLogicalChannelReject.Cause cause) {
    entries.remove(entry.channel.number());
    refused.computeIfAbsent(entry.channel.kind(), _ -> new HashSet<>()).add(entry.capability);
    out.tell(new ControlEvent.ChannelRejected(entry.channel, cause));
  }

  /** Closes a channel of ours; does nothing where there is none of that number. */
  void close(int number, long now) {
    Entry entry = entries.get(number);
    if (entry == null || entry.state == State.CLOSING) {
      return;
    }
    boolean wasOpen = entry.state == State.OPEN;
    entry.state = State.CLOSING;
    entry.timer.start(now, configuration.timers().channel());
    out.send(
        new RequestMessage.CloseLogicalChannel(
            CloseLogicalChannel.with()
                .forwardLogicalChannelNumber(number)
                .source(new CloseLogicalChannel.Source.User())
                .reason(new CloseLogicalChannel.Reason.Unknown())
                .build()));
    if (wasOpen) {
      out.tell(new ControlEvent.ChannelClosed(entry.channel, true));
    }
  }

  /** Closes a channel that the other side does not want; it is not opened again by itself. */
  void closeAtTheirRequest(int number, long now) {
    Entry entry = entries.get(number);
    if (entry != null) {
      unwanted.add(entry.channel.kind());
      close(number, now);
    }
  }

  /** True where a channel of that kind that no capability stands behind was refused before. */
  boolean wasRefusedRegardless(MediaKind kind) {
    return refused.getOrDefault(kind, Set.of()).contains(NO_CAPABILITY);
  }

  boolean isUnwanted(MediaKind kind) {
    return unwanted.contains(kind);
  }

  void closeAll(long now) {
    List.copyOf(entries.keySet()).forEach(number -> close(number, now));
  }

  /** The other side took note of the closing. */
  boolean closeAcknowledged(int number) {
    Entry entry = entries.get(number);
    if (entry == null || entry.state != State.CLOSING) {
      return false;
    }
    entries.remove(number);
    return true;
  }

  void replace(LogicalChannel channel) {
    Entry entry = entries.get(channel.number());
    if (entry != null) {
      entry.channel = channel;
    }
  }

  void tick(long now) {
    for (Entry entry : new ArrayList<>(entries.values())) {
      if (entry.timer.hasPassed(now)) {
        out.tell(new ControlEvent.TimedOut(ControlEvent.Procedure.CHANNEL));
        if (entry.state == State.ASKED) {
          // Clause 8.4.2.3: whoever gets no answer closes, in case the other side has opened.
          out.send(
              new RequestMessage.CloseLogicalChannel(
                  CloseLogicalChannel.with()
                      .forwardLogicalChannelNumber(entry.channel.number())
                      .source(new CloseLogicalChannel.Source.Lcse())
                      .reason(new CloseLogicalChannel.Reason.Unknown())
                      .build()));
          refuse(entry, new OpenLogicalChannelReject.Cause.Unspecified());
        } else {
          entries.remove(entry.channel.number());
        }
      }
    }
  }

  OptionalLong deadline() {
    return entries.values().stream()
        .map(entry -> entry.timer.at())
        .flatMapToLong(OptionalLong::stream)
        .min();
  }
}
