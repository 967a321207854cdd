package parley.core.transcript;

import java.util.List;
import java.util.Optional;
import parley.core.record.Heading;

/**
 * One call of a record.
 *
 * @param id the protocol's own name for it
 * @param heading SENT where the harness called
 * @param peerProduct how the other side names itself (User-Agent, vendor identifier)
 * @param events in the order of the capture
 */
public record CallTranscript(
    String id, Heading heading, Optional<String> peerProduct, List<CallEvent> events) {
  public CallTranscript {
    events = List.copyOf(events);
  }

  public <E extends CallEvent> List<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public <E extends CallEvent> Optional<E> first(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  public <E extends CallEvent> Optional<E> first(Class<E> kind, Heading heading) {
    return all(kind).stream().filter(event -> event.heading() == heading).findFirst();
  }

  public Optional<CallEvent.Agreed> firstAgreement() {
    return first(CallEvent.Agreed.class);
  }
}
