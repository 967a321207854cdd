package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import parley.core.call.MediaKind;
import parley.core.record.Heading;
import parley.h323.capability.MediaCapability;
import parley.h323.h245.H2250LogicalChannelParameters;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.h245.RequestMessage;

/** What the opening of a channel for media says. */
record ChannelParameters(int number, MediaKind kind, H2250LogicalChannelParameters parameters) {
  /** Every channel for media that the other side opens. */
  static List<ControlView.Said<ChannelParameters>> opened(ControlView view) {
    return of(view, Heading.RECEIVED);
  }

  static List<ControlView.Said<ChannelParameters>> of(ControlView view, Heading heading) {
    return view.said(heading, RequestMessage.OpenLogicalChannel.class).stream()
        .flatMap(
            open ->
                read(open.message().value()).stream()
                    .map(each -> new ControlView.Said<>(open.packet(), open.timeNanos(), each)))
        .toList();
  }

  private static Optional<ChannelParameters> read(OpenLogicalChannel open) {
    OpenLogicalChannel.ForwardLogicalChannelParameters forward =
        open.forwardLogicalChannelParameters();
    return forward.multiplexParameters()
            instanceof
            OpenLogicalChannel.ForwardLogicalChannelParameters.MultiplexParameters
                .H2250LogicalChannelParameters(var parameters)
        ? MediaCapability.of(forward.dataType())
            .filter(medium -> medium.kind() != MediaKind.OTHER)
            .map(
                medium ->
                    new ChannelParameters(
                        open.forwardLogicalChannelNumber(), medium.kind(), parameters))
        : Optional.empty();
  }
}
