package parley.h323.control;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.h323.capability.MediaCapability;
import parley.h323.h245.DataType;
import parley.h323.h245.H2250LogicalChannelParameters;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.h245.OpenLogicalChannel.ForwardLogicalChannelParameters;
import parley.h323.h245.OpenLogicalChannel.ReverseLogicalChannelParameters;

/**
 * Channels opened by the messages that set the call up (H.323 clause 8.1.7). The caller proposes
 * alternatives, the called side returns those it takes. A channel on which the caller sends stands
 * in the forward parameters; one on which the called side sends in the reverse parameters, with
 * nothing in the forward ones. Encrypted calls are set up without fast start.
 */
public final class FastStart {
  private FastStart() {}

  /**
   * What the called side takes.
   *
   * @param answer for fastStart of its messages; empty where it takes nothing
   * @param channels for {@link ControlSession#adopt}
   */
  public record Choice(List<OpenLogicalChannel> answer, List<LogicalChannel> channels) {
    public Choice {
      answer = List.copyOf(answer);
      channels = List.copyOf(channels);
    }
  }

  /** The caller's proposal: for each format of audio and video both directions, best first. */
  public static List<OpenLogicalChannel> propose(ControlConfiguration configuration) {
    List<OpenLogicalChannel> elements = new ArrayList<>();
    if (configuration.security().filter(ChannelSecurity::required).isPresent()) {
      return elements;
    }
    int number = configuration.firstChannel();
    for (MediaLine line : configuration.media().lines()) {
      boolean usable =
          !line.refused() && (line.kind() == MediaKind.AUDIO || line.kind() == MediaKind.VIDEO);
      for (Format format : usable ? line.formats() : List.<Format>of()) {
        Optional<MediaCapability> medium = configuration.formats().offered(line.kind(), format);
        if (medium.isPresent() && !format.is("telephone-event")) {
          if (line.direction().receives()) {
            elements.add(reverse(channel(number++, false, line, format, medium.get()), line));
          }
          if (line.direction().sends()) {
            elements.add(forward(channel(number++, true, line, format, medium.get()), line));
          }
        }
      }
    }
    return List.copyOf(elements);
  }

  private static LogicalChannel channel(
      int number, boolean outgoing, MediaLine line, Format format, MediaCapability medium) {
    return new LogicalChannel(
        number,
        outgoing,
        line.kind(),
        Optional.empty(),
        ChannelMessages.session(line.kind()),
        medium.dataType(),
        format,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static OpenLogicalChannel forward(LogicalChannel channel, MediaLine line) {
    return forward(
        channel, ChannelMessages.parameters(channel, Optional.empty(), Optional.of(line.rtcp())));
  }

  private static OpenLogicalChannel forward(
      LogicalChannel channel, H2250LogicalChannelParameters parameters) {
    return OpenLogicalChannel.with()
        .forwardLogicalChannelNumber(channel.number())
        .forwardLogicalChannelParameters(
            ForwardLogicalChannelParameters.with()
                .dataType(channel.dataType())
                .multiplexParameters(
                    new ForwardLogicalChannelParameters.MultiplexParameters
                        .H2250LogicalChannelParameters(parameters))
                .build())
        .build();
  }

  private static OpenLogicalChannel reverse(LogicalChannel channel, MediaLine line) {
    return reverse(
        channel,
        ChannelMessages.parameters(channel, Optional.of(line.rtp()), Optional.of(line.rtcp())));
  }

  private static OpenLogicalChannel reverse(
      LogicalChannel channel, H2250LogicalChannelParameters parameters) {
    return OpenLogicalChannel.with()
        .forwardLogicalChannelNumber(channel.number())
        .forwardLogicalChannelParameters(
            ForwardLogicalChannelParameters.with()
                .dataType(new DataType.NullData())
                .multiplexParameters(new ForwardLogicalChannelParameters.MultiplexParameters.None())
                .build())
        .reverseLogicalChannelParameters(
            ReverseLogicalChannelParameters.with()
                .dataType(channel.dataType())
                .multiplexParameters(
                    new ReverseLogicalChannelParameters.MultiplexParameters
                        .H2250LogicalChannelParameters(parameters))
                .build())
        .build();
  }

  /**
   * The called side's choice: of each medium and direction the first proposal it can take, in the
   * caller's order (H.323 clause 8.1.7.1).
   */
  public static Choice choose(
      List<OpenLogicalChannel> proposal, ControlConfiguration configuration) {
    List<OpenLogicalChannel> answer = new ArrayList<>();
    List<LogicalChannel> channels = new ArrayList<>();
    if (configuration.security().filter(ChannelSecurity::required).isPresent()) {
      return new Choice(answer, channels);
    }
    Set<MediaKind> receiving = EnumSet.noneOf(MediaKind.class);
    Set<MediaKind> sending = EnumSet.noneOf(MediaKind.class);
    for (OpenLogicalChannel element : proposal) {
      if (isReverse(element)) {
        ChannelMessages.readReverse(element, configuration.formats())
            .filter(channel -> !sending.contains(channel.kind()) && channel.rtp().isPresent())
            .ifPresent(
                channel ->
                    line(configuration, channel, true)
                        .ifPresent(
                            line -> {
                              sending.add(channel.kind());
                              channels.add(channel);
                              answer.add(
                                  reverse(
                                      channel, parameters(channel, Optional.empty(), line.rtcp())));
                            }));
      } else {
        ChannelMessages.read(element, configuration.formats())
            .filter(channel -> !receiving.contains(channel.kind()))
            .ifPresent(
                channel ->
                    line(configuration, channel, false)
                        .ifPresent(
                            line -> {
                              receiving.add(channel.kind());
                              channels.add(
                                  channel.withAddresses(Optional.of(line.rtp()), channel.rtcp()));
                              answer.add(
                                  forward(
                                      channel,
                                      parameters(channel, Optional.of(line.rtp()), line.rtcp())));
                            }));
      }
    }
    return new Choice(answer, channels);
  }

  private static H2250LogicalChannelParameters parameters(
      LogicalChannel channel, Optional<InetSocketAddress> media, InetSocketAddress control) {
    return ChannelMessages.parameters(channel, media, Optional.of(control));
  }

  private static boolean isReverse(OpenLogicalChannel element) {
    return element.forwardLogicalChannelParameters().dataType() instanceof DataType.NullData;
  }

  private static Optional<MediaLine> line(
      ControlConfiguration configuration, LogicalChannel channel, boolean sends) {
    return configuration
        .media()
        .line(channel.kind())
        .filter(line -> sends ? line.direction().sends() : line.direction().receives())
        .filter(_ -> channel.algorithm().isEmpty())
        .filter(line -> FormatMatch.in(line, channel.format()).isPresent());
  }

  /**
   * What the caller got. Elements of the answer that fit nothing it proposed are left out; of two
   * for the same medium and direction the first counts.
   *
   * @return channels for {@link ControlSession#adopt}
   */
  public static List<LogicalChannel> read(
      List<OpenLogicalChannel> answer, ControlConfiguration configuration) {
    List<LogicalChannel> channels = new ArrayList<>();
    Set<MediaKind> receiving = EnumSet.noneOf(MediaKind.class);
    Set<MediaKind> sending = EnumSet.noneOf(MediaKind.class);
    for (OpenLogicalChannel element : answer) {
      if (isReverse(element)) {
        ChannelMessages.readReverse(element, configuration.formats())
            .filter(channel -> line(configuration, channel, false).isPresent())
            .filter(channel -> receiving.add(channel.kind()))
            .map(
                channel ->
                    channel
                        .reversed()
                        .withAddresses(
                            line(configuration, channel, false).map(MediaLine::rtp),
                            channel.rtcp()))
            .ifPresent(channels::add);
      } else {
        ChannelMessages.read(element, configuration.formats())
            .filter(channel -> line(configuration, channel, true).isPresent())
            .filter(channel -> channel.rtp().isPresent() && sending.add(channel.kind()))
            .map(LogicalChannel::reversed)
            .ifPresent(channels::add);
      }
    }
    return List.copyOf(channels);
  }
}
