package parley.h323.trace;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.core.call.Format;
import parley.core.trace.TraceInput;
import parley.core.transcript.AnnouncedMedia;
import parley.core.wire.Octets;
import parley.h323.capability.CapabilityFormats;
import parley.h323.capability.MediaCapability;
import parley.h323.h245.DataType;
import parley.h323.h245.H2250LogicalChannelParameters;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.h245.OpenLogicalChannel.ForwardLogicalChannelParameters;
import parley.h323.h245.OpenLogicalChannel.ReverseLogicalChannelParameters;
import parley.h323.h245.OpenLogicalChannelAck;
import parley.h323.h245.OpenLogicalChannelAck.ForwardMultiplexAckParameters;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.ResponseMessage;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;
import parley.h323.per.Value;
import parley.h323.reader.ChannelAddresses;

/**
 * Where the logical channels of a capture carry media: those of H.245, by the addresses in their
 * acknowledgements, and those of fast connect (H.323 clause 8.1.7), by the addresses in proposals
 * and acceptances themselves.
 */
public final class ChannelMedia {
  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);
  private static final int MOST_OPEN = 65_536;

  /** A channel that waits for its acknowledgement: connection, who asked, number. */
  private record Asked(int connection, InetSocketAddress sender, int number) {}

  private final CapabilityFormats formats = CapabilityFormats.standard();
  private final Map<Asked, Format> asked = new HashMap<>();
  private final List<AnnouncedMedia> announced = new ArrayList<>();

  private ChannelMedia() {}

  /** Of every channel that was answered, in the order of the capture. */
  public static List<AnnouncedMedia> in(TraceInput input) {
    List<Find> finds = new ArrayList<>(Finds.in(input).finds());
    finds.sort(Comparator.comparing(Find::carriage, H323Trace.AS_CAPTURED));
    ChannelMedia media = new ChannelMedia();
    finds.forEach(media::add);
    return media.announced;
  }

  private void add(Find find) {
    if (find.kind() == Find.Kind.CONTROL) {
      control(find, find.octets());
    } else if (find.kind() == Find.Kind.SIGNALLING) {
      SignalMessage read = SignalMessage.read(find.octets());
      elements(read.body().flatMap(body -> body.part("fastStart")))
          .forEach(octets -> fastStart(find, octets));
      Stream.concat(
              elements(read.body().flatMap(body -> body.part("parallelH245Control"))),
              elements(read.pdu().flatMap(pdu -> pdu.part("h245Control"))))
          .forEach(octets -> control(find, octets));
    }
  }

  private static Stream<Octets> elements(Optional<Part> list) {
    return list.stream()
        .flatMap(each -> each.elements().stream())
        .flatMap(each -> each.octets().stream());
  }

  private static Optional<Value> decode(parley.h323.per.Type type, Octets octets) {
    return DECODER.decode(type, octets).complete();
  }

  private void control(Find find, Octets octets) {
    Optional<MultimediaSystemControlMessage> message =
        decode(MultimediaSystemControlMessage.TYPE, octets).map(MultimediaSystemControlMessage::of);
    if (message.isEmpty()) {
      return;
    }
    if (message.get()
        instanceof
        MultimediaSystemControlMessage.Request(RequestMessage.OpenLogicalChannel(var open))) {
      opened(find, open);
    } else if (message.get()
        instanceof
        MultimediaSystemControlMessage.Response(ResponseMessage.OpenLogicalChannelAck(var ack))) {
      acknowledged(find, ack);
    }
  }

  private void opened(Find find, OpenLogicalChannel open) {
    forward(open.forwardLogicalChannelParameters())
        .flatMap(
            parameters -> format(open.forwardLogicalChannelParameters().dataType(), parameters))
        .ifPresent(
            format -> {
              if (asked.size() < MOST_OPEN) {
                asked.put(
                    new Asked(
                        find.connection(),
                        find.carriage().from(),
                        open.forwardLogicalChannelNumber()),
                    format);
              }
            });
    reverse(find, open);
  }

  private void acknowledged(Find find, OpenLogicalChannelAck ack) {
    Asked key =
        new Asked(find.connection(), find.carriage().to(), ack.forwardLogicalChannelNumber());
    Optional.ofNullable(asked.get(key))
        .ifPresent(
            format ->
                ack.forwardMultiplexAckParameters()
                    .flatMap(ChannelMedia::receiver)
                    .ifPresent(receiver -> announce(find, receiver, format)));
  }

  private static Optional<InetSocketAddress> receiver(ForwardMultiplexAckParameters parameters) {
    return parameters
            instanceof ForwardMultiplexAckParameters.H2250LogicalChannelAckParameters(var found)
        ? found.mediaChannel().flatMap(ChannelAddresses::of)
        : Optional.empty();
  }

  /** Proposals name where the caller receives, acceptances where the called side does. */
  private void fastStart(Find find, Octets octets) {
    decode(OpenLogicalChannel.TYPE, octets)
        .map(OpenLogicalChannel::of)
        .ifPresent(
            open -> {
              forward(open.forwardLogicalChannelParameters())
                  .ifPresent(
                      parameters ->
                          announce(
                              find, open.forwardLogicalChannelParameters().dataType(), parameters));
              reverse(find, open);
            });
  }

  private void reverse(Find find, OpenLogicalChannel open) {
    open.reverseLogicalChannelParameters()
        .ifPresent(
            reverse ->
                reverse(reverse)
                    .ifPresent(parameters -> announce(find, reverse.dataType(), parameters)));
  }

  private void announce(Find find, DataType type, H2250LogicalChannelParameters parameters) {
    Optional<InetSocketAddress> receiver = parameters.mediaChannel().flatMap(ChannelAddresses::of);
    Optional<Format> format = format(type, parameters);
    if (receiver.isPresent() && format.isPresent()) {
      announce(find, receiver.get(), format.get());
    }
  }

  private void announce(Find find, InetSocketAddress receiver, Format format) {
    announced.add(new AnnouncedMedia(find.carriage().timeNanos(), receiver, List.of(format)));
  }

  private Optional<Format> format(DataType type, H2250LogicalChannelParameters parameters) {
    return MediaCapability.of(type).map(medium -> formats.format(medium, parameters));
  }

  private static Optional<H2250LogicalChannelParameters> forward(
      ForwardLogicalChannelParameters forward) {
    return forward.multiplexParameters()
            instanceof
            ForwardLogicalChannelParameters.MultiplexParameters.H2250LogicalChannelParameters(
                var parameters)
        ? Optional.of(parameters)
        : Optional.empty();
  }

  private static Optional<H2250LogicalChannelParameters> reverse(
      ReverseLogicalChannelParameters reverse) {
    return reverse
        .multiplexParameters()
        .flatMap(
            each ->
                each
                        instanceof
                        ReverseLogicalChannelParameters.MultiplexParameters
                            .H2250LogicalChannelParameters(var parameters)
                    ? Optional.of(parameters)
                    : Optional.empty());
  }
}
