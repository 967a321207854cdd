package parley.h323.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.h323.capability.CapabilityTable;
import parley.h323.capability.OwnCapabilities;
import parley.h323.content.ContentToken;
import parley.h323.control.ControlBehaviour.Fault;
import parley.h323.h245.FunctionNotSupported;
import parley.h323.h245.IndicationMessage;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.NonStandardMessage;
import parley.h323.h245.NonStandardParameter;
import parley.h323.per.PerResult;

/**
 * The H.245 session of one call (H.245 clause 8, H.323 clause 8.2 and 8.3). Each input returns what
 * is to be sent and what has happened, in order. Times are nanoseconds of any clock that only goes
 * forward; {@link #nextDeadline} says when {@link #tick} is wanted. Not for several threads at
 * once.
 *
 * <p>Once both sides know what the other can do and who is master, it opens a channel for each line
 * that sends. A message that does not fit is told and otherwise survived.
 */
public final class ControlSession {
  final ControlConfiguration configuration;
  final ControlBehaviour behaviour;
  final Outbox out = new Outbox();
  final CapabilityExchange capabilities;
  final Determination determination;
  final OutgoingChannels outgoing;
  final IncomingChannels incoming;
  final RoundTrip roundTrip;
  final ModeRequests modes;
  final ContentProcedure content;
  final Deadline closeRequest = new Deadline();
  private final Reception reception;
  private final Execution execution;

  private MediaDescription media;
  private final boolean weOffered;
  private boolean started;
  private boolean paused;
  private boolean ended;
  private boolean theyEnded;

  /**
   * @param weCalled true at the side that called; only says who offered in an agreement
   * @param random gives the numbers that the procedures draw
   */
  public ControlSession(
      ControlConfiguration configuration,
      ControlBehaviour behaviour,
      boolean weCalled,
      RandomGenerator random) {
    this.configuration = configuration;
    this.behaviour = behaviour;
    this.weOffered = weCalled;
    this.media = configuration.media();
    this.capabilities = new CapabilityExchange(configuration, behaviour, out);
    this.determination = new Determination(configuration, behaviour, random, out);
    this.outgoing = new OutgoingChannels(configuration, behaviour, out);
    this.incoming = new IncomingChannels(configuration, behaviour, out);
    this.roundTrip = new RoundTrip(configuration, behaviour, out);
    this.modes = new ModeRequests(configuration, behaviour, out);
    this.content = new ContentProcedure(configuration, behaviour, random, outgoing, out);
    this.reception = new Reception(this);
    this.execution = new Execution(this);
  }

  /** The control channel is there: says what we can do and determines master and slave. */
  public List<ControlAction> start(long now) {
    if (started) {
      return List.of();
    }
    started = true;
    sendCapabilities(now);
    determination.start(now);
    if (behaviour.is(Fault.SENDS_NON_STANDARD_INDICATION)) {
      out.send(
          new IndicationMessage.NonStandard(
              NonStandardMessage.with()
                  .nonStandardData(
                      NonStandardParameter.with()
                          .nonStandardIdentifier(
                              new parley.h323.capability.Manufacturer(181, 0, 0x5050).identifier())
                          .data(parley.core.wire.Octets.ofHex("0102030405"))
                          .build())
                  .build()));
    }
    return finish(now);
  }

  /** A message has come. */
  public List<ControlAction> received(MultimediaSystemControlMessage message, long now) {
    Set<LogicalChannel> before = channels();
    if (ended && theyEnded) {
      out.tell(new ControlEvent.Unexpected(message, "the session has ended"));
      return out.drain();
    }
    reception.take(message, now);
    return finish(now, before);
  }

  /** Octets have come that are no message; they are returned as a syntax error (H.245 7.14). */
  public List<ControlAction> unreadable(PerResult result) {
    out.tell(new ControlEvent.Unreadable(result));
    if (!ended && !behaviour.is(Fault.IGNORES_UNKNOWN)) {
      out.send(
          new IndicationMessage.FunctionNotSupported(
              FunctionNotSupported.with()
                  .cause(new FunctionNotSupported.Cause.SyntaxError())
                  .returnedFunction(result.octets())
                  .build()));
    }
    return out.drain();
  }

  /** Something is wanted of the session. */
  public List<ControlAction> perform(ControlCommand command, long now) {
    Set<LogicalChannel> before = channels();
    if (!ended) {
      execution.perform(command, now);
    }
    return finish(now, before);
  }

  /** Time has passed. */
  public List<ControlAction> tick(long now) {
    Set<LogicalChannel> before = channels();
    capabilities.tick(now);
    determination.tick(now);
    outgoing.tick(now);
    roundTrip.tick(now);
    modes.tick(now);
    content.tick(now);
    if (closeRequest.hasPassed(now)) {
      out.tell(new ControlEvent.TimedOut(ControlEvent.Procedure.CLOSE_REQUEST));
    }
    return finish(now, before);
  }

  /** When a tick is wanted; empty where nothing is waited for. */
  public OptionalLong nextDeadline() {
    return Stream.of(
            capabilities.timer().at(),
            determination.timer().at(),
            outgoing.deadline(),
            roundTrip.timer().at(),
            modes.timer().at(),
            content.timer().at(),
            closeRequest.at())
        .flatMapToLong(OptionalLong::stream)
        .min();
  }

  /** Channels that a fast start has opened belong to this session from now on. */
  public List<ControlAction> adopt(List<LogicalChannel> channels, long now) {
    Set<LogicalChannel> before = channels();
    for (LogicalChannel channel : channels) {
      if (channel.outgoing()) {
        outgoing.opened(channel);
      } else {
        incoming.opened(channel);
      }
    }
    return finish(now, before);
  }

  private List<ControlAction> finish(long now) {
    return finish(now, channels());
  }

  private List<ControlAction> finish(long now, Set<LogicalChannel> before) {
    openWhatIsMissing(now);
    if (!before.equals(channels())) {
      out.tell(new ControlEvent.MediaChanged(agreement()));
    }
    return out.drain();
  }

  /** Asks for a channel for each line that sends and has none, as soon as that is possible. */
  private void openWhatIsMissing(long now) {
    Optional<CapabilityTable> theirs = capabilities.theirs().filter(table -> !table.isEmpty());
    if (ended
        || paused
        || theirs.isEmpty()
        || !determination.settled()
        || behaviour.is(Fault.OPENS_NOTHING)) {
      return;
    }
    for (MediaLine line : media.lines()) {
      boolean wanted =
          !line.refused()
              && line.direction().sends()
              && (line.kind() == MediaKind.CONTENT
                  ? content.shows()
                  : configuration.opensChannels());
      if (wanted && outgoing.of(line.kind()).isEmpty() && !outgoing.isUnwanted(line.kind())) {
        boolean asked = ask(line, theirs.get(), now);
        if (!asked && line.kind() == MediaKind.CONTENT) {
          // Whoever cannot show keeps no token.
          content.stop(now);
          out.tell(new ControlEvent.ContentRefused());
        }
      }
    }
  }

  private boolean ask(MediaLine line, CapabilityTable theirs, long now) {
    boolean foreign = behaviour.is(Fault.OPENS_FOREIGN_CODEC) && line.kind() == MediaKind.AUDIO;
    if (foreign && !outgoing.wasRefusedRegardless(line.kind())) {
      Format format = new Format(4, "G723", 8_000);
      configuration
          .formats()
          .capability(MediaKind.AUDIO, format)
          .ifPresent(
              medium ->
                  outgoing.askRegardless(line, medium, format, weAreMaster(), sessions(), now));
      return true;
    }
    return outgoing.ask(line, theirs, weAreMaster(), sessions(), now);
  }

  void sendCapabilities(long now) {
    capabilities.send(
        OwnCapabilities.of(media, configuration.features(), configuration.formats()), now);
  }

  /** False as long as it is not decided. */
  boolean weAreMaster() {
    return determination.master().orElse(false);
  }

  private Set<LogicalChannel> channels() {
    Set<LogicalChannel> all = new HashSet<>(outgoing.open());
    all.addAll(incoming.open());
    return all;
  }

  /** Sessions in use in either direction. */
  Set<Integer> sessions() {
    Set<Integer> numbers = new HashSet<>();
    channels().forEach(channel -> numbers.add(channel.sessionId()));
    return numbers;
  }

  /** The other side wants nothing any more (H.323 clause 8.4.6). */
  void pausedByThem(long now) {
    if (!behaviour.is(Fault.IGNORES_PAUSE)) {
      paused = true;
      outgoing.closeAll(now);
      content.reset();
      out.tell(new ControlEvent.Paused());
    }
  }

  /**
   * The other side can receive again: the session is as it was at its beginning, so master and
   * slave are determined anew and channels opened (H.323 clause 8.4.6).
   */
  void resumedByThem(long now) {
    outgoing.tryAgain();
    if (paused && !behaviour.is(Fault.STAYS_PAUSED)) {
      paused = false;
      out.tell(new ControlEvent.Resumed());
      determination.start(now);
    }
  }

  void pause(long now) {
    capabilities.send(CapabilityTable.EMPTY, now);
  }

  /** Says what we can do now, if that is not what we said last. */
  void resume(long now) {
    CapabilityTable table =
        OwnCapabilities.of(media, configuration.features(), configuration.formats());
    if (!table.equals(capabilities.ours())) {
      capabilities.send(table, now);
    }
  }

  void media(MediaDescription other) {
    media = other;
  }

  /** What we are ready to send and receive now. */
  public MediaDescription media() {
    return media;
  }

  void end(boolean byUs) {
    if (byUs) {
      ended = true;
    } else {
      theyEnded = true;
    }
  }

  boolean hasEnded() {
    return ended;
  }

  /** Does the session still take commands? */
  public boolean isOpen() {
    return !ended && !theyEnded;
  }

  /** Are we master? Empty until it is decided. */
  public Optional<Boolean> master() {
    return determination.master();
  }

  /** What the other side can do; empty until it said so. */
  public Optional<CapabilityTable> theirCapabilities() {
    return capabilities.theirs();
  }

  /** What we said last that we can do. */
  public CapabilityTable ourCapabilities() {
    return capabilities.ours();
  }

  /** True once the other side has taken note of what we can do. */
  public boolean capabilitiesAcknowledged() {
    return capabilities.acknowledged();
  }

  /** Open channels on which we send. */
  public List<LogicalChannel> outgoingChannels() {
    return outgoing.open();
  }

  /** Open channels on which the other side sends. */
  public List<LogicalChannel> incomingChannels() {
    return List.copyOf(incoming.open());
  }

  /** True while a channel of ours waits for its answer. */
  public boolean isOpening() {
    return outgoing.waiting();
  }

  /**
   * False where the other side has said what it can do, and nothing of it goes with this line of
   * ours.
   */
  public boolean mayCarry(MediaLine line) {
    return theirCapabilities()
        .map(
            table ->
                !ChannelChoice.candidates(line, table, configuration.formats(), Set.of()).isEmpty())
        .orElse(true);
  }

  /** Who may show content. */
  public ContentToken.State contentToken() {
    return content.state();
  }

  /** What the open channels come to. */
  public MediaAgreement agreement() {
    List<LogicalChannel> all = new ArrayList<>(outgoing.open());
    all.addAll(incoming.open());
    return AgreedMedia.of(media, all, weOffered);
  }
}
