package parley.h323.reader;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import parley.core.record.Heading;
import parley.core.record.Packet;
import parley.core.wire.Octets;
import parley.h323.h225.CallIdentifier;
import parley.h323.h225.H323UUPDU;
import parley.h323.h225.H323UUPDU.H323MessageBody;
import parley.h323.h225.SetupUUIE;
import parley.h323.q931.MessageType;
import parley.h323.reader.H323Messages.Entry;

/**
 * The messages of one call, in the order of the record.
 *
 * @param entries what was sent and received; empty for a call that was never made
 */
public record CallMessages(List<Entry> entries) {
  public CallMessages {
    entries = List.copyOf(entries);
  }

  /** Those of the {@code index}-th call that the harness made, from 0. */
  public static CallMessages outgoing(List<Packet> packets, int index) {
    H323Messages all = H323Messages.of(packets);
    OptionalInt call =
        IntStream.range(0, all.calls().size())
            .filter(each -> all.calls().get(each).caller() == Heading.SENT)
            .skip(index)
            .findFirst();
    return new CallMessages(call.isPresent() ? all.entries(call.getAsInt()) : List.of());
  }

  /** Call signalling that went that way. */
  public List<Entry.Signal> signals(Heading heading) {
    return entries.stream()
        .filter(each -> each.heading() == heading)
        .filter(Entry.Signal.class::isInstance)
        .map(Entry.Signal.class::cast)
        .toList();
  }

  /** H.245 that went that way. */
  public List<Entry.Control> controls(Heading heading) {
    return entries.stream()
        .filter(each -> each.heading() == heading)
        .filter(Entry.Control.class::isInstance)
        .map(Entry.Control.class::cast)
        .toList();
  }

  /** The first message of that type. */
  public Optional<Entry.Signal> first(Heading heading, MessageType type) {
    return signals(heading).stream()
        .filter(each -> each.message().q931().type().equals(type))
        .findFirst();
  }

  /** The first entry that went that way and is so. */
  public Optional<Entry> first(Heading heading, Predicate<Entry> which) {
    return entries.stream().filter(each -> each.heading() == heading).filter(which).findFirst();
  }

  /** The message with which the harness made the call. */
  public Optional<Entry.Signal> setup() {
    return first(Heading.SENT, MessageType.SETUP);
  }

  /** What the Setup says in H.225.0. */
  public Optional<SetupUUIE> setupBody() {
    return setup()
        .flatMap(CallMessages::body)
        .flatMap(
            body ->
                body instanceof H323MessageBody.Setup(SetupUUIE setup)
                    ? Optional.of(setup)
                    : Optional.empty());
  }

  public static Optional<H323MessageBody> body(Entry.Signal signal) {
    return signal.message().pdu().map(H323UUPDU::h323MessageBody);
  }

  /** The callIdentifier of a message; empty where it has none. */
  public static Optional<Octets> callIdentifier(H323MessageBody body) {
    Optional<CallIdentifier> identifier =
        switch (body) {
          case H323MessageBody.Setup(var value) -> value.callIdentifier();
          case H323MessageBody.CallProceeding(var value) -> value.callIdentifier();
          case H323MessageBody.Connect(var value) -> value.callIdentifier();
          case H323MessageBody.Alerting(var value) -> value.callIdentifier();
          case H323MessageBody.Information(var value) -> value.callIdentifier();
          case H323MessageBody.ReleaseComplete(var value) -> value.callIdentifier();
          case H323MessageBody.Facility(var value) -> value.callIdentifier();
          case H323MessageBody.Progress(var value) -> Optional.of(value.callIdentifier());
          case H323MessageBody.Status(var value) -> Optional.of(value.callIdentifier());
          case H323MessageBody.StatusInquiry(var value) -> Optional.of(value.callIdentifier());
          case H323MessageBody.SetupAcknowledge(var value) -> Optional.of(value.callIdentifier());
          case H323MessageBody.Notify(var value) -> Optional.of(value.callIdentifier());
          case H323MessageBody.Empty any -> Optional.empty();
          case H323MessageBody.UnrecognizedAlternative any -> Optional.empty();
        };
    return identifier.map(CallIdentifier::guid);
  }
}
