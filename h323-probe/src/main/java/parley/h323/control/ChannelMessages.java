package parley.h323.control;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.h323.capability.CapabilityFormats;
import parley.h323.capability.Encryption;
import parley.h323.capability.MediaCapability;
import parley.h323.capability.Packetization;
import parley.h323.h245.EncryptionSync;
import parley.h323.h245.GenericMessage;
import parley.h323.h245.H2250LogicalChannelAckParameters;
import parley.h323.h245.H2250LogicalChannelParameters;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.h245.OpenLogicalChannel.ForwardLogicalChannelParameters;
import parley.h323.h245.OpenLogicalChannel.ReverseLogicalChannelParameters;
import parley.h323.h245.OpenLogicalChannelAck;

/** Reads and writes the messages that open channels (H.245 clause B.3). */
final class ChannelMessages {
  /** Payload types below are given by the codec and not written. */
  private static final int FIRST_DYNAMIC = 96;

  private ChannelMessages() {}

  static int session(MediaKind kind) {
    return switch (kind) {
      case AUDIO -> 1;
      case VIDEO -> 2;
      case OTHER -> 3;
      case CONTENT -> 0;
    };
  }

  /** The message that opens a channel of ours. */
  static OpenLogicalChannel open(
      LogicalChannel channel,
      Optional<InetSocketAddress> control,
      List<GenericMessage> extensions) {
    return OpenLogicalChannel.with()
        .forwardLogicalChannelNumber(channel.number())
        .forwardLogicalChannelParameters(
            ForwardLogicalChannelParameters.with()
                .dataType(channel.dataType())
                .multiplexParameters(
                    new ForwardLogicalChannelParameters.MultiplexParameters
                        .H2250LogicalChannelParameters(
                        parameters(channel, Optional.empty(), control)))
                .build())
        .encryptionSync(channel.key())
        .genericInformation(extensions.isEmpty() ? Optional.empty() : Optional.of(extensions))
        .build();
  }

  static H2250LogicalChannelParameters parameters(
      LogicalChannel channel,
      Optional<InetSocketAddress> media,
      Optional<InetSocketAddress> control) {
    int payloadType = channel.format().payloadType();
    return H2250LogicalChannelParameters.with()
        .sessionID(channel.sessionId())
        .mediaChannel(media.flatMap(MediaAddresses::write))
        .mediaGuaranteedDelivery(false)
        .mediaControlChannel(control.flatMap(MediaAddresses::write))
        .mediaControlGuaranteedDelivery(false)
        .silenceSuppression(
            channel.kind() == MediaKind.AUDIO ? Optional.of(false) : Optional.empty())
        .dynamicRTPPayloadType(dynamic(payloadType))
        .mediaPacketization(Packetization.of(channel.format()))
        .build();
  }

  private static Optional<Integer> dynamic(int payloadType) {
    return payloadType >= FIRST_DYNAMIC ? Optional.of(payloadType) : Optional.empty();
  }

  /** The message that takes a channel of theirs. */
  static OpenLogicalChannelAck accept(
      LogicalChannel channel,
      Optional<MediaLine> line,
      Optional<EncryptionSync> key,
      List<GenericMessage> extensions) {
    return OpenLogicalChannelAck.with()
        .forwardLogicalChannelNumber(channel.number())
        .forwardMultiplexAckParameters(
            new OpenLogicalChannelAck.ForwardMultiplexAckParameters
                .H2250LogicalChannelAckParameters(
                H2250LogicalChannelAckParameters.with()
                    .sessionID(channel.sessionId())
                    .mediaChannel(line.map(MediaLine::rtp).flatMap(MediaAddresses::write))
                    .mediaControlChannel(line.map(MediaLine::rtcp).flatMap(MediaAddresses::write))
                    .dynamicRTPPayloadType(dynamic(channel.format().payloadType()))
                    .flowControlToZero(false)
                    .build()))
        .encryptionSync(key)
        .genericInformation(extensions.isEmpty() ? Optional.empty() : Optional.of(extensions))
        .build();
  }

  /**
   * The channel that a message of the other side opens; empty where it carries no medium or comes
   * without parameters for IP.
   */
  static Optional<LogicalChannel> read(OpenLogicalChannel request, CapabilityFormats formats) {
    ForwardLogicalChannelParameters forward = request.forwardLogicalChannelParameters();
    Optional<MediaCapability> medium = MediaCapability.of(forward.dataType());
    if (medium.isEmpty()
        || !(forward.multiplexParameters()
            instanceof
            ForwardLogicalChannelParameters.MultiplexParameters.H2250LogicalChannelParameters(
                var parameters))) {
      return Optional.empty();
    }
    Format said = format(medium.get(), parameters, formats);
    // H.235.6 clause 9.1: the synchFlag is the payload type under which the key is used.
    Format format =
        request
            .encryptionSync()
            .map(EncryptionSync::synchFlag)
            .filter(type -> type <= 127)
            .map(said::withPayloadType)
            .orElse(said);
    return Optional.of(
        new LogicalChannel(
            request.forwardLogicalChannelNumber(),
            false,
            medium.get().kind(),
            medium.get().role(),
            parameters.sessionID(),
            forward.dataType(),
            format,
            parameters.mediaChannel().flatMap(MediaAddresses::read),
            parameters.mediaControlChannel().flatMap(MediaAddresses::read),
            Encryption.algorithms(forward.dataType()).stream().findFirst(),
            request.encryptionSync(),
            request.genericInformation().orElse(List.of())));
  }

  /** The channel that is offered for the other side to send on, in a fast start. */
  static Optional<LogicalChannel> readReverse(
      OpenLogicalChannel request, CapabilityFormats formats) {
    return request
        .reverseLogicalChannelParameters()
        .flatMap(reverse -> reverse(request, reverse, formats));
  }

  private static Optional<LogicalChannel> reverse(
      OpenLogicalChannel request,
      ReverseLogicalChannelParameters reverse,
      CapabilityFormats formats) {
    Optional<MediaCapability> medium = MediaCapability.of(reverse.dataType());
    Optional<H2250LogicalChannelParameters> parameters =
        reverse
            .multiplexParameters()
            .flatMap(
                each ->
                    each
                            instanceof
                            ReverseLogicalChannelParameters.MultiplexParameters
                                .H2250LogicalChannelParameters(var found)
                        ? Optional.of(found)
                        : Optional.empty());
    if (medium.isEmpty() || parameters.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LogicalChannel(
            request.forwardLogicalChannelNumber(),
            true,
            medium.get().kind(),
            medium.get().role(),
            parameters.get().sessionID(),
            reverse.dataType(),
            format(medium.get(), parameters.get(), formats),
            parameters.get().mediaChannel().flatMap(MediaAddresses::read),
            parameters.get().mediaControlChannel().flatMap(MediaAddresses::read),
            Encryption.algorithms(reverse.dataType()).stream().findFirst(),
            request.encryptionSync(),
            request.genericInformation().orElse(List.of())));
  }

  private static Format format(
      MediaCapability medium, H2250LogicalChannelParameters parameters, CapabilityFormats formats) {
    Format format =
        formats.format(
            medium,
            CapabilityFormats.UNSAID,
            Packetization.mode(parameters).orElse(Packetization.SINGLE_NAL));
    // Encrypted channels have a dynamic payload type even where the codec has a static one.
    return parameters.dynamicRTPPayloadType().map(format::withPayloadType).orElse(format);
  }

  static Optional<H2250LogicalChannelAckParameters> parameters(OpenLogicalChannelAck response) {
    return response
        .forwardMultiplexAckParameters()
        .flatMap(
            each ->
                each
                        instanceof
                        OpenLogicalChannelAck.ForwardMultiplexAckParameters
                            .H2250LogicalChannelAckParameters(var found)
                    ? Optional.of(found)
                    : Optional.empty());
  }
}
