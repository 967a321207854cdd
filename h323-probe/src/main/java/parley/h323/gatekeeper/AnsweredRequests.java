package parley.h323.gatekeeper;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.core.wire.Octets;

/**
 * Answers that were given lately: a request that comes again, octet by octet, gets the same one and
 * does nothing twice.
 */
final class AnsweredRequests {
  private static final long KEPT = 20_000_000_000L;
  private static final int MOST = 5_000;

  private record Request(InetSocketAddress from, Octets octets) {}

  private record Answer(List<Gatekeeper.Outgoing> outgoing, long given) {}

  private final Map<Request, Answer> answers = new LinkedHashMap<>();

  Optional<List<Gatekeeper.Outgoing>> again(InetSocketAddress from, Octets octets, long now) {
    return Optional.ofNullable(answers.get(new Request(from, octets)))
        .filter(answer -> now - answer.given() < KEPT)
        .map(Answer::outgoing);
  }

  void gave(InetSocketAddress from, Octets octets, List<Gatekeeper.Outgoing> outgoing, long now) {
    answers.values().removeIf(answer -> now - answer.given() >= KEPT);
    while (answers.size() >= MOST) {
      answers.remove(answers.keySet().iterator().next());
    }
    answers.put(new Request(from, octets), new Answer(List.copyOf(outgoing), now));
  }
}
