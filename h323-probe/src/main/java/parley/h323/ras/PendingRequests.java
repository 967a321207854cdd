package parley.h323.ras;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import parley.core.wire.Octets;
import parley.h323.h225.RasMessage;

/**
 * Requests that wait for their answer: sequence numbers, waiting times and repetition (H.225.0
 * clause 7.19). Pure: whoever calls brings the time.
 */
public final class PendingRequests {
  /** How many may wait at once; more is a fault of whoever asks. */
  public static final int MOST = 10_000;

  private static final int LARGEST = 65_535;

  /**
   * A request on its way.
   *
   * @param ticket what the asker knows it by
   * @param octets sent again unchanged, the sequence number included
   * @param deadline when the current attempt ends, in nanoseconds
   */
  public record Pending(
      long ticket,
      int sequence,
      RasMessage request,
      Octets octets,
      RasTimer timer,
      int attempt,
      long deadline) {}

  /** What became due: those to send again, and those given up. */
  public record Due(List<Pending> again, List<Pending> givenUp) {
    public Due {
      again = List.copyOf(again);
      givenUp = List.copyOf(givenUp);
    }
  }

  private final Map<Integer, Pending> pending = new HashMap<>();
  private int sequence;

  public PendingRequests(RandomGenerator random) {
    sequence = random.nextInt(LARGEST);
  }

  /** The next sequence number: 1 to 65535, then from 1 again, never one that is waiting. */
  public int nextSequence() {
    do {
      sequence = sequence % LARGEST + 1;
    } while (pending.containsKey(sequence));
    return sequence;
  }

  public boolean full() {
    return pending.size() >= MOST;
  }

  /** Notes a request that is being sent now. */
  public void sent(
      long ticket, int number, RasMessage request, Octets octets, RasTimer timer, long now) {
    pending.put(
        number,
        new Pending(ticket, number, request, octets, timer, 1, now + timer.patience().toNanos()));
  }

  /** The request with this number and of this kind; it waits no longer. */
  public Optional<Pending> answered(int number, Predicate<RasMessage> kind) {
    return Optional.ofNullable(pending.get(number))
        .filter(each -> kind.test(each.request()))
        .map(
            each -> {
              pending.remove(number);
              return each;
            });
  }

  /** The other side needs so much longer (RIP); its answer may still come without repetition. */
  public boolean delayed(int number, long delay, long now) {
    return pending.computeIfPresent(
            number,
            (key, each) ->
                new Pending(
                    each.ticket(),
                    each.sequence(),
                    each.request(),
                    each.octets(),
                    each.timer(),
                    each.attempt(),
                    now + delay))
        != null;
  }

  /** What is due now; the clocks of what is sent again begin anew. */
  public Due due(long now) {
    List<Pending> again = new ArrayList<>();
    List<Pending> givenUp = new ArrayList<>();
    for (Pending each : List.copyOf(pending.values())) {
      if (each.deadline() > now) {
        continue;
      }
      if (each.attempt() >= each.timer().attempts()) {
        pending.remove(each.sequence());
        givenUp.add(each);
      } else {
        Pending next =
            new Pending(
                each.ticket(),
                each.sequence(),
                each.request(),
                each.octets(),
                each.timer(),
                each.attempt() + 1,
                now + each.timer().patience().toNanos());
        pending.put(each.sequence(), next);
        again.add(next);
      }
    }
    return new Due(again, givenUp);
  }

  /** When the next one is due. */
  public OptionalLong next() {
    return pending.values().stream().mapToLong(Pending::deadline).min();
  }

  /** Forgets what waits under this ticket. */
  public void cancel(long ticket) {
    pending.values().removeIf(each -> each.ticket() == ticket);
  }

  /** All that wait, which no longer do. */
  public Collection<Pending> clear() {
    List<Pending> all = List.copyOf(pending.values());
    pending.clear();
    return all;
  }
}
