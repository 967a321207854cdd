package parley.core.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parley.core.stream.StreamProblem;

/**
 * All signalling of a capture.
 *
 * @param calls in the order of their first messages
 * @param problems that are no single message's: octets of a stream that are missing or belong to no
 *     message
 */
public record Trace(List<TracedCall> calls, List<StreamProblem> problems) {
  public static final Trace NOTHING = new Trace(List.of(), List.of());

  /** By time, then by packet; messages of one packet keep their order. */
  public static final Comparator<TracedMessage> AS_CAPTURED =
      Comparator.<TracedMessage>comparingLong(message -> message.carriage().timeNanos())
          .thenComparingLong(TracedMessage::packet);

  public Trace {
    calls = List.copyOf(calls);
    problems = List.copyOf(problems);
  }

  /** What several protocols found in one capture, in one order. */
  public static Trace join(List<Trace> traces) {
    List<TracedCall> calls = new ArrayList<>();
    List<StreamProblem> problems = new ArrayList<>();
    for (Trace trace : traces) {
      calls.addAll(trace.calls());
      problems.addAll(trace.problems());
    }
    calls.sort(Comparator.comparing(call -> call.messages().getFirst(), AS_CAPTURED));
    problems.sort(Comparator.comparingLong(StreamProblem::packet));
    return new Trace(calls, problems.stream().distinct().toList());
  }

  /** All messages in the order of the capture; those of one packet keep their order. */
  public List<TracedMessage> messages() {
    return calls.stream().flatMap(call -> call.messages().stream()).sorted(AS_CAPTURED).toList();
  }
}
