package parley.h323.gatekeeper;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** Counts what comes from each address in a second, so that one sender cannot take all the time. */
final class FloodGate {
  /** What is said of the next datagram. */
  enum Verdict {
    LET_IN,
    /** The first one over the limit in this second. */
    SHUT_NOW,
    SHUT
  }

  private static final long SECOND = 1_000_000_000L;
  private static final int MOST_ADDRESSES = 10_000;

  private final int most;
  private final Map<InetAddress, Integer> counts = new HashMap<>();
  private long since = Long.MIN_VALUE;

  FloodGate(int most) {
    this.most = most;
  }

  Verdict next(InetAddress from, long now) {
    if (since == Long.MIN_VALUE || now - since >= SECOND || counts.size() >= MOST_ADDRESSES) {
      since = now;
      counts.clear();
    }
    int count = counts.merge(from, 1, Integer::sum);
    return count <= most ? Verdict.LET_IN : count == most + 1 ? Verdict.SHUT_NOW : Verdict.SHUT;
  }
}
