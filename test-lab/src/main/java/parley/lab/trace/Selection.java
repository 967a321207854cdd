package parley.lab.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import parley.core.trace.Trace;
import parley.core.trace.TracedCall;
import parley.core.trace.TracedMessage;
import parley.lab.console.CommandStopped;

/**
 * The part of a trace that was asked for.
 *
 * @param calls with their numbers in the whole trace
 * @param packet only messages of this packet
 */
public record Selection(List<Numbered> calls, Optional<Long> packet) {
  private static final int MOST_NAMED = 5;

  /**
   * A dialogue of the whole trace.
   *
   * @param number from 1
   */
  public record Numbered(int number, TracedCall call) {}

  public Selection {
    calls = List.copyOf(calls);
  }

  /**
   * @param call its number, its id, or the beginning of its id
   * @throws CommandStopped where the trace has no such call or packet
   */
  public static Selection of(Trace trace, Optional<String> call, Optional<Long> packet) {
    List<Numbered> all = new ArrayList<>();
    for (TracedCall one : trace.calls()) {
      all.add(new Numbered(all.size() + 1, one));
    }
    List<Numbered> chosen = call.map(wanted -> called(all, wanted)).orElse(all);
    if (packet.isEmpty()) {
      return new Selection(chosen, packet);
    }
    List<Numbered> holding =
        chosen.stream()
            .filter(one -> one.call().messages().stream().anyMatch(m -> in(m, packet.get())))
            .toList();
    if (holding.isEmpty()) {
      throw CommandStopped.usage(
          "packet "
              + packet.get()
              + " holds no signalling message"
              + (call.isPresent() ? " of that call" : ""));
    }
    return new Selection(holding, packet);
  }

  private static List<Numbered> called(List<Numbered> all, String wanted) {
    for (Numbered one : all) {
      if (one.call().id().equals(wanted)) {
        return List.of(one);
      }
    }
    List<Numbered> found =
        all.stream().filter(one -> Integer.toString(one.number()).equals(wanted)).toList();
    if (found.isEmpty()) {
      found = all.stream().filter(one -> one.call().id().startsWith(wanted)).toList();
    }
    if (found.isEmpty()) {
      throw CommandStopped.usage(
          "the capture holds no call '" + wanted + "'",
          all.stream()
              .limit(MOST_NAMED)
              .map(one -> "  " + one.number() + "  " + one.call().id())
              .toArray(String[]::new));
    }
    return found;
  }

  /** The same trace with nothing but what was asked for. */
  public Trace of(Trace whole) {
    return new Trace(
        calls.stream()
            .map(Numbered::call)
            .map(
                one ->
                    packet.isEmpty()
                        ? one
                        : new TracedCall(
                            one.id(), one.kind(), one.title(), one.parties(), messages(one)))
            .toList(),
        whole.problems());
  }

  public List<TracedMessage> messages(TracedCall call) {
    return call.messages().stream()
        .filter(message -> packet.isEmpty() || in(message, packet.get()))
        .toList();
  }

  /** Every message that was asked for, in the order of the capture. */
  public void each(BiConsumer<TracedCall, TracedMessage> action) {
    record Owned(TracedCall call, TracedMessage message) {}
    List<Owned> owned = new ArrayList<>();
    for (Numbered one : calls) {
      messages(one.call()).forEach(message -> owned.add(new Owned(one.call(), message)));
    }
    owned.sort(java.util.Comparator.comparing(Owned::message, Trace.AS_CAPTURED));
    owned.forEach(one -> action.accept(one.call(), one.message()));
  }

  private static boolean in(TracedMessage message, long packet) {
    return message.carriage().packets().contains(packet);
  }
}
