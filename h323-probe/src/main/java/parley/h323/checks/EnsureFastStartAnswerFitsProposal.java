package parley.h323.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.record.Heading;
import parley.core.wire.Octets;
import parley.h323.h225.H323UUPDU.H323MessageBody;
import parley.h323.h225.SetupUUIE;
import parley.h323.h245.DataType;
import parley.h323.h245.H2250LogicalChannelParameters;
import parley.h323.h245.OpenLogicalChannel;
import parley.h323.h245.OpenLogicalChannel.ForwardLogicalChannelParameters;
import parley.h323.h245.OpenLogicalChannel.ReverseLogicalChannelParameters;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;
import parley.h323.reader.CallMessages;
import parley.h323.reader.H323Messages.Entry;

/**
 * Who takes fast start takes of what was proposed, and of each session and direction one channel.
 * Not to take it is as good.
 */
public record EnsureFastStartAnswerFitsProposal() implements Check<CallMessages> {
  private static final PerDecoder DECODER = new PerDecoder(PerLimits.USUAL);

  /** One channel as far as a choice is concerned; {@code medium} says audio, video or data. */
  private record Place(boolean fromCaller, int session, String medium) {
    @Override
    public String toString() {
      return medium + " in session " + session + (fromCaller ? " from" : " to") + " the caller";
    }
  }

  @Override
  public Clause clause() {
    return Clause.of("H.323 §8.1.7.1");
  }

  @Override
  public Outcome examine(CallMessages call) {
    String expected = "no fast start, or one proposed channel of each session and direction";
    List<Octets> proposals = call.setupBody().flatMap(SetupUUIE::fastStart).orElse(List.of());
    List<Entry.Signal> received = call.signals(Heading.RECEIVED);
    if (proposals.isEmpty() || received.isEmpty()) {
      return new Outcome.Undecided(expected, "no fast start was proposed or nothing came");
    }
    Set<Place> proposed = new HashSet<>();
    proposals.forEach(element -> read(element).ifPresent(proposed::add));
    long taken = 0;
    List<Long> packets = new ArrayList<>();
    for (Entry.Signal signal : received) {
      Set<Place> places = new HashSet<>();
      for (Octets element : answer(signal)) {
        taken++;
        Optional<Place> place = read(element);
        Optional<String> wrong =
            place.isEmpty()
                ? Optional.of("a channel that cannot be read")
                : !proposed.contains(place.get())
                    ? Optional.of(place.get() + ", which was not proposed")
                    : !places.add(place.get())
                        ? Optional.of(place.get() + " twice")
                        : Optional.empty();
        if (wrong.isPresent()) {
          return new Outcome.Violated(
              expected, wrong.get(), Inspected.messages(1), List.of(signal.packet()));
        }
        packets.add(signal.packet());
      }
    }
    return new Outcome.Satisfied(
        expected,
        taken == 0 ? "it was not taken" : taken + " channels were taken",
        Inspected.messages(received.size()),
        packets.stream().distinct().toList());
  }

  private static List<Octets> answer(Entry.Signal signal) {
    return CallMessages.body(signal)
        .flatMap(
            body ->
                switch (body) {
                  case H323MessageBody.CallProceeding(var value) -> value.fastStart();
                  case H323MessageBody.Alerting(var value) -> value.fastStart();
                  case H323MessageBody.Progress(var value) -> value.fastStart();
                  case H323MessageBody.Connect(var value) -> value.fastStart();
                  case H323MessageBody.Facility(var value) -> value.fastStart();
                  default -> Optional.<List<Octets>>empty();
                })
        .orElse(List.of());
  }

  private static Optional<Place> read(Octets element) {
    return DECODER
        .decode(OpenLogicalChannel.TYPE, element)
        .complete()
        .map(OpenLogicalChannel::of)
        .flatMap(EnsureFastStartAnswerFitsProposal::place);
  }

  private static Optional<Place> place(OpenLogicalChannel channel) {
    ForwardLogicalChannelParameters forward = channel.forwardLogicalChannelParameters();
    if (forward.dataType() instanceof DataType.NullData) {
      return channel
          .reverseLogicalChannelParameters()
          .flatMap(
              reverse ->
                  reverse
                      .multiplexParameters()
                      .flatMap(EnsureFastStartAnswerFitsProposal::session)
                      .map(session -> new Place(false, session, medium(reverse.dataType()))));
    }
    return session(forward.multiplexParameters())
        .map(session -> new Place(true, session, medium(forward.dataType())));
  }

  private static Optional<Integer> session(
      ForwardLogicalChannelParameters.MultiplexParameters parameters) {
    return parameters
            instanceof
            ForwardLogicalChannelParameters.MultiplexParameters.H2250LogicalChannelParameters(
                H2250LogicalChannelParameters value)
        ? Optional.of(value.sessionID())
        : Optional.empty();
  }

  private static Optional<Integer> session(
      ReverseLogicalChannelParameters.MultiplexParameters parameters) {
    return parameters
            instanceof
            ReverseLogicalChannelParameters.MultiplexParameters.H2250LogicalChannelParameters(
                H2250LogicalChannelParameters value)
        ? Optional.of(value.sessionID())
        : Optional.empty();
  }

  private static String medium(DataType type) {
    return switch (type) {
      case DataType.AudioData any -> "audio";
      case DataType.VideoData any -> "video";
      default -> type.getClass().getSimpleName();
    };
  }
}
