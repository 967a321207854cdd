package parley.h323.checks;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import parley.core.record.Heading;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.reader.H323Messages;

/**
 * The first call the harness made: its messages of H.225.0 and H.245 in the order of the record,
 * beside its media.
 */
public record ControlView(CallView call, List<H323Messages.Entry> entries) {
  /** A message of H.245 without its wrapping. */
  public record Said<T>(long packet, long timeNanos, T message) {}

  public ControlView {
    entries = List.copyOf(entries);
  }

  public static ControlView of(CaseRecord record) {
    H323Messages messages = H323Messages.of(record.packets());
    List<H323Messages.Entry> ours =
        IntStream.range(0, messages.calls().size())
            .filter(call -> messages.calls().get(call).caller() == Heading.SENT)
            .boxed()
            .findFirst()
            .map(messages::entries)
            .orElse(List.of());
    return new ControlView(record.firstOutgoing(), ours);
  }

  /** Every message of that kind, such as {@code RequestMessage.OpenLogicalChannel}. */
  public <T> List<Said<T>> said(Heading heading, Class<T> kind) {
    return entries.stream()
        .filter(each -> each.heading() == heading)
        .filter(H323Messages.Entry.Control.class::isInstance)
        .map(H323Messages.Entry.Control.class::cast)
        .filter(each -> kind.isInstance(content(each.message())))
        .map(
            each -> new Said<>(each.packet(), each.timeNanos(), kind.cast(content(each.message()))))
        .toList();
  }

  public <T> Optional<Said<T>> first(Heading heading, Class<T> kind) {
    return said(heading, kind).stream().findFirst();
  }

  /** When we first sent such a message; empty where we did not. */
  public OptionalLong sentAt(Class<?> kind) {
    return first(Heading.SENT, kind).stream().mapToLong(Said::timeNanos).findFirst();
  }

  private static Object content(MultimediaSystemControlMessage message) {
    return switch (message) {
      case MultimediaSystemControlMessage.Request(var request) -> request;
      case MultimediaSystemControlMessage.Response(var response) -> response;
      case MultimediaSystemControlMessage.Command(var command) -> command;
      case MultimediaSystemControlMessage.Indication(var indication) -> indication;
      case MultimediaSystemControlMessage.UnrecognizedAlternative other -> other;
    };
  }

  /** Where the call was taken, for what is missing afterwards; empty where it was not. */
  Optional<Long> answeredIn() {
    return call.answered().map(event -> event.packet());
  }
}
