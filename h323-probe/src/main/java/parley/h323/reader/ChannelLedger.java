package parley.h323.reader;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.core.call.MediaKind;
import parley.core.record.Heading;
import parley.core.wire.Octets;
import parley.h323.capability.CapabilityFormats;
import parley.h323.capability.MediaCapability;
import parley.h323.h245.DataType;
import parley.h323.h245.EncryptionSync;
import parley.h323.h245.H2250LogicalChannelAckParameters;
import parley.h323.h245.H2250LogicalChannelParameters;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.h245.OpenLogicalChannel.ForwardLogicalChannelParameters.MultiplexParameters;
import parley.h323.h245.OpenLogicalChannelAck;
import parley.h323.h245.OpenLogicalChannelAck.ForwardMultiplexAckParameters;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;
import parley.h323.per.PerResult;

/** The logical channels of a call, kept up to date by the messages of H.245 and by fast start. */
final class ChannelLedger {
  private static final int MOST_CHANNELS = 256;
  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);

  private record Key(Heading sender, int number) {}

  private final CapabilityFormats formats;
  private final Map<Key, LogicalChannel> channels = new LinkedHashMap<>();
  private List<OpenLogicalChannel> proposals = List.of();

  ChannelLedger(CapabilityFormats formats) {
    this.formats = formats;
  }

  List<LogicalChannel> all() {
    return List.copyOf(channels.values());
  }

  /** True where a channel waits for an answer, or none has been asked for yet. */
  boolean underWay() {
    return channels.isEmpty()
        || channels.values().stream().anyMatch(each -> each.state() == LogicalChannel.State.ASKED);
  }

  /** The channel that counts for a kind in one direction: the open one, else the latest. */
  Optional<LogicalChannel> of(Heading sender, MediaKind kind) {
    List<LogicalChannel> some =
        channels.values().stream()
            .filter(each -> each.sender() == sender && each.kind() == kind)
            .toList();
    return some.stream()
        .filter(LogicalChannel::open)
        .reduce((first, second) -> second)
        .or(() -> some.isEmpty() ? Optional.empty() : Optional.of(some.getLast()));
  }

  private void put(LogicalChannel channel) {
    Key key = new Key(channel.sender(), channel.number());
    if (channels.size() < MOST_CHANNELS || channels.containsKey(key)) {
      channels.remove(key);
      channels.put(key, channel);
    }
  }

  /** A side asks to send. Empty where the channel is not one for media. */
  Optional<LogicalChannel> asked(Heading heading, OpenLogicalChannel open) {
    Optional<LogicalChannel> channel =
        h2250(open.forwardLogicalChannelParameters().multiplexParameters())
            .flatMap(
                parameters ->
                    channel(
                        heading,
                        open.forwardLogicalChannelNumber(),
                        open.forwardLogicalChannelParameters().dataType(),
                        parameters))
            .map(each -> keyed(each, open.encryptionSync()));
    channel.ifPresent(this::put);
    return channel;
  }

  /** H.235.6 clause 9.1: the synchFlag is the payload type under which the key is used. */
  private static LogicalChannel keyed(LogicalChannel channel, Optional<EncryptionSync> key) {
    return key.map(EncryptionSync::synchFlag)
        .filter(type -> type <= 127)
        .map(channel::under)
        .orElse(channel);
  }

  private static Optional<H2250LogicalChannelParameters> h2250(MultiplexParameters multiplex) {
    return multiplex instanceof MultiplexParameters.H2250LogicalChannelParameters(var parameters)
        ? Optional.of(parameters)
        : Optional.empty();
  }

  private Optional<LogicalChannel> channel(
      Heading sender, int number, DataType type, H2250LogicalChannelParameters parameters) {
    return MediaCapability.of(type)
        .map(
            medium ->
                new LogicalChannel(
                    sender,
                    number,
                    parameters.sessionID(),
                    medium.kind(),
                    formats.format(medium, parameters),
                    LogicalChannel.State.ASKED,
                    parameters.mediaControlChannel().flatMap(ChannelAddresses::of),
                    Optional.empty(),
                    Optional.empty()));
  }

  private Optional<LogicalChannel> change(
      Heading sender, int number, java.util.function.UnaryOperator<LogicalChannel> how) {
    Optional<LogicalChannel> known = Optional.ofNullable(channels.get(new Key(sender, number)));
    Optional<LogicalChannel> changed = known.map(how);
    changed.ifPresent(each -> channels.put(new Key(sender, number), each));
    return changed;
  }

  /** A side takes the other's channel. */
  Optional<LogicalChannel> accepted(Heading heading, OpenLogicalChannelAck ack) {
    return change(
        heading.opposite(),
        ack.forwardLogicalChannelNumber(),
        asked ->
            ack.forwardMultiplexAckParameters()
                .flatMap(ChannelLedger::h2250)
                .map(
                    found ->
                        keyed(asked, ack.encryptionSync())
                            .receivedAt(
                                address(found.mediaChannel()),
                                address(found.mediaControlChannel()),
                                found.sessionID().orElse(asked.session())))
                .orElseGet(() -> asked.in(LogicalChannel.State.OPEN)));
  }

  private static Optional<H2250LogicalChannelAckParameters> h2250(
      ForwardMultiplexAckParameters parameters) {
    return parameters
            instanceof ForwardMultiplexAckParameters.H2250LogicalChannelAckParameters(var found)
        ? Optional.of(found)
        : Optional.empty();
  }

  Optional<LogicalChannel> refused(Heading heading, int number) {
    return change(heading.opposite(), number, each -> each.in(LogicalChannel.State.REFUSED));
  }

  /** The sender of a channel closes it. */
  Optional<LogicalChannel> closed(Heading heading, int number) {
    return change(heading, number, each -> each.in(LogicalChannel.State.CLOSED));
  }

  // ---- fast start (H.323 8.1.7)

  private static List<OpenLogicalChannel> read(List<Octets> elements) {
    List<OpenLogicalChannel> read = new ArrayList<>();
    for (Octets element : elements) {
      PerResult result = DECODER.decode(OpenLogicalChannel.TYPE, element);
      result.complete().map(OpenLogicalChannel::of).ifPresent(read::add);
    }
    return read;
  }

  /** The caller proposes channels in its Setup. */
  void proposed(List<Octets> elements) {
    proposals = read(elements);
  }

  /** The called side takes some of them; gives the channels that are open now. */
  List<LogicalChannel> taken(Heading heading, List<Octets> elements) {
    List<LogicalChannel> opened = new ArrayList<>();
    for (OpenLogicalChannel element : read(elements)) {
      Optional<OpenLogicalChannel.ReverseLogicalChannelParameters> reverse =
          element.reverseLogicalChannelParameters();
      if (reverse.isPresent()) {
        fromCalled(heading, element, reverse.get()).ifPresent(opened::add);
      } else {
        toCalled(heading, element).ifPresent(opened::add);
      }
    }
    opened.forEach(this::put);
    return opened;
  }

  /** The caller sends: the element says where the called side receives. */
  private Optional<LogicalChannel> toCalled(Heading heading, OpenLogicalChannel element) {
    Optional<H2250LogicalChannelParameters> parameters =
        h2250(element.forwardLogicalChannelParameters().multiplexParameters());
    return parameters
        .flatMap(
            found ->
                channel(
                    heading.opposite(),
                    element.forwardLogicalChannelNumber(),
                    element.forwardLogicalChannelParameters().dataType(),
                    found))
        .map(
            channel ->
                channel.receivedAt(
                    parameters.flatMap(each -> address(each.mediaChannel())),
                    parameters.flatMap(each -> address(each.mediaControlChannel())),
                    channel.session()));
  }

  /** The called side sends: where the caller receives stands in the caller's own proposal. */
  private Optional<LogicalChannel> fromCalled(
      Heading heading,
      OpenLogicalChannel element,
      OpenLogicalChannel.ReverseLogicalChannelParameters reverse) {
    return h2250(reverse)
        .flatMap(
            parameters ->
                channel(
                        heading,
                        element.forwardLogicalChannelNumber(),
                        reverse.dataType(),
                        parameters)
                    .map(
                        channel -> {
                          Optional<H2250LogicalChannelParameters> asked =
                              proposal(parameters.sessionID());
                          return channel.receivedAt(
                              asked.flatMap(each -> address(each.mediaChannel())),
                              asked.flatMap(each -> address(each.mediaControlChannel())),
                              parameters.sessionID());
                        }));
  }

  private static Optional<InetSocketAddress> address(
      Optional<parley.h323.h245.TransportAddress> address) {
    return address.flatMap(ChannelAddresses::of);
  }

  private Optional<H2250LogicalChannelParameters> proposal(int session) {
    return proposals.stream()
        .flatMap(each -> each.reverseLogicalChannelParameters().stream())
        .flatMap(each -> h2250(each).stream())
        .filter(each -> each.sessionID() == session)
        .findFirst();
  }

  private static Optional<H2250LogicalChannelParameters> h2250(
      OpenLogicalChannel.ReverseLogicalChannelParameters reverse) {
    return reverse
        .multiplexParameters()
        .flatMap(
            each ->
                each
                        instanceof
                        OpenLogicalChannel.ReverseLogicalChannelParameters.MultiplexParameters
                            .H2250LogicalChannelParameters(var parameters)
                    ? Optional.of(parameters)
                    : Optional.empty());
  }
}
