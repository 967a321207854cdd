package parley.core.transcript;

import java.util.List;
import parley.core.record.Heading;

/**
 * All that the signalling of a record says.
 *
 * @param messages how many signalling messages were read
 */
public record Transcript(
    List<CallTranscript> calls,
    List<RegistrationTranscript> registrations,
    List<MalformedMessage> malformed,
    long messages) {
  public Transcript {
    calls = List.copyOf(calls);
    registrations = List.copyOf(registrations);
    malformed = List.copyOf(malformed);
  }

  public List<CallTranscript> outgoing() {
    return calls.stream().filter(call -> call.heading() == Heading.SENT).toList();
  }
}
