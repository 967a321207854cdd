package parley.h323.traversal;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import parley.core.wire.Octets;
import parley.h323.h225.GenericData;
import parley.h323.h245.CapabilityIdentifier;
import parley.h323.h245.GenericMessage;
import parley.h323.h245.GenericParameter;
import parley.h323.h245.ParameterIdentifier;
import parley.h323.h245.ParameterValue;
import parley.h323.h460.TraversalParameters;
import parley.h323.per.ObjectIdentifier;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;

/**
 * What an OLC or its acknowledgement says of media through a NAT (H.460.19 clause 7): where
 * keep-alive packets go, how often and with which payload type, and where and under which number
 * multiplexed media goes.
 *
 * <p>Keep-alive parameters are tested against a capture of GnuGk with h323plus. No capture at hand
 * holds multiplexed media: of that the codec is tested against itself.
 *
 * @param multiplexedMedia where multiplexed RTP goes
 * @param multiplexedControl where multiplexed RTCP goes
 * @param multiplexId number before each multiplexed packet, 0 to 4294967295
 * @param keepAliveChannel where keep-alive packets go
 * @param keepAlivePayload RTP payload type of those packets
 * @param keepAliveInterval how often they are sent
 */
public record MediaTraversal(
    Optional<InetSocketAddress> multiplexedMedia,
    Optional<InetSocketAddress> multiplexedControl,
    OptionalLong multiplexId,
    Optional<InetSocketAddress> keepAliveChannel,
    OptionalInt keepAlivePayload,
    Optional<Duration> keepAliveInterval) {
  /** Number of the feature. */
  public static final int FEATURE = 19;

  /** How H.245 names these parameters. */
  public static final ObjectIdentifier IDENTIFIER = ObjectIdentifier.of("0.0.8.460.19.0.1");

  private static final int TRANSMITS_MULTIPLEXED = 1;
  private static final int IS_SERVER = 2;
  private static final int PARAMETERS = 1;

  /** Nothing said. */
  public static final MediaTraversal NONE =
      new MediaTraversal(
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty());

  /** What a receiver wants: packets with this payload type open its NAT. */
  public static MediaTraversal keepAlivePayload(int payloadType) {
    return new MediaTraversal(
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        OptionalInt.of(payloadType),
        Optional.empty());
  }

  /** What a server wants: packets to this address at least so often. */
  public static MediaTraversal keepAlive(InetSocketAddress channel, Duration interval) {
    return new MediaTraversal(
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.of(channel),
        OptionalInt.empty(),
        Optional.of(interval));
  }

  /**
   * The feature as Setup and its answers say it.
   *
   * @param multiplexes whether multiplexed media can be sent
   * @param server whether this is a traversal server
   */
  public static GenericData feature(boolean multiplexes, boolean server) {
    return Features.feature(
        FEATURE,
        java.util.stream.Stream.of(
                multiplexes
                    ? Optional.of(Features.parameter(TRANSMITS_MULTIPLEXED))
                    : Optional.<parley.h323.h225.EnumeratedParameter>empty(),
                server
                    ? Optional.of(Features.parameter(IS_SERVER))
                    : Optional.<parley.h323.h225.EnumeratedParameter>empty())
            .flatMap(Optional::stream)
            .toList());
  }

  /** Whether the other side can send multiplexed media. */
  public static boolean multiplexes(GenericData feature) {
    return Features.has(feature, TRANSMITS_MULTIPLEXED);
  }

  /** Whether the other side is a traversal server. */
  public static boolean isServer(GenericData feature) {
    return Features.has(feature, IS_SERVER);
  }

  /** What stands among the generic information of an OLC or its acknowledgement. */
  public static Optional<MediaTraversal> of(List<GenericMessage> information) {
    return information.stream()
        .filter(
            each -> each.messageIdentifier().equals(new CapabilityIdentifier.Standard(IDENTIFIER)))
        .flatMap(each -> each.messageContent().stream())
        .flatMap(List::stream)
        .filter(
            each -> each.parameterIdentifier().equals(new ParameterIdentifier.Standard(PARAMETERS)))
        .flatMap(
            each ->
                each.parameterValue() instanceof ParameterValue.OctetString(Octets octets)
                    ? read(octets).stream()
                    : java.util.stream.Stream.empty())
        .findFirst();
  }

  /** Reads the parameters; empty where they cannot be read. */
  public static Optional<MediaTraversal> read(Octets octets) {
    return new PerDecoder(PerLimits.USUAL)
        .decode(TraversalParameters.TYPE, octets)
        .complete()
        .map(TraversalParameters::of)
        .map(
            found ->
                new MediaTraversal(
                    found.multiplexedMediaChannel().flatMap(MediaAddresses::of),
                    found.multiplexedMediaControlChannel().flatMap(MediaAddresses::of),
                    found.multiplexID().map(OptionalLong::of).orElse(OptionalLong.empty()),
                    found.keepAliveChannel().flatMap(MediaAddresses::of),
                    found.keepAlivePayloadType().map(OptionalInt::of).orElse(OptionalInt.empty()),
                    found.keepAliveInterval().map(Duration::ofSeconds)));
  }

  /** The parameters as octets. */
  public Octets octets() {
    TraversalParameters.Builder parameters =
        TraversalParameters.with()
            .multiplexedMediaChannel(multiplexedMedia.map(MediaAddresses::unicast))
            .multiplexedMediaControlChannel(multiplexedControl.map(MediaAddresses::unicast))
            .keepAliveChannel(keepAliveChannel.map(MediaAddresses::unicast))
            .keepAliveInterval(keepAliveInterval.map(Duration::toSeconds));
    multiplexId.ifPresent(parameters::multiplexID);
    keepAlivePayload.ifPresent(parameters::keepAlivePayloadType);
    return parameters.build().encode();
  }

  /** What goes into the generic information of an OLC or its acknowledgement. */
  public GenericMessage information() {
    return GenericMessage.with()
        .messageIdentifier(new CapabilityIdentifier.Standard(IDENTIFIER))
        .messageContent(
            List.of(
                GenericParameter.with()
                    .parameterIdentifier(new ParameterIdentifier.Standard(PARAMETERS))
                    .parameterValue(new ParameterValue.OctetString(octets()))
                    .build()))
        .build();
  }
}
