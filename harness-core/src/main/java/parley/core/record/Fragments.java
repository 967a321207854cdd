package parley.core.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parley.core.wire.Octets;

/**
 * Puts fragments together (RFC 791 section 3.2, RFC 8200 section 4.5). Holds a bounded number; the
 * oldest go first. Fragments that overlap are dropped with their datagram (RFC 5722).
 */
final class Fragments {
  private static final int MOST_DATAGRAMS = 64;
  private static final int MOST_FRAGMENTS = 256;
  private static final int LONGEST = 65_535;

  record Key(Octets source, Octets destination, int protocol, long identification) {}

  private static final class Pending {
    final TreeMap<Integer, Octets> parts = new TreeMap<>();
    int end = -1;
    int held;
  }

  private final Map<Key, Pending> pending = new LinkedHashMap<>();

  /** The whole content when this was the last missing part. */
  Optional<Octets> add(Key key, int offset, boolean more, Octets part) {
    if (offset + part.length() > LONGEST || (part.isEmpty() && more)) {
      return Optional.empty();
    }
    Pending datagram = pending.computeIfAbsent(key, _ -> new Pending());
    if (pending.size() > MOST_DATAGRAMS) {
      pending.remove(pending.keySet().iterator().next());
    }
    Octets before = datagram.parts.get(offset);
    if (before != null && before.equals(part)) {
      return Optional.empty();
    }
    Map.Entry<Integer, Octets> lower = datagram.parts.floorEntry(offset);
    Integer higher = datagram.parts.ceilingKey(offset);
    boolean overlaps =
        (lower != null && lower.getKey() + lower.getValue().length() > offset)
            || (higher != null && offset + part.length() > higher);
    if (overlaps || datagram.parts.size() >= MOST_FRAGMENTS) {
      pending.remove(key);
      return Optional.empty();
    }
    datagram.parts.put(offset, part);
    datagram.held += part.length();
    if (!more) {
      datagram.end = offset + part.length();
    }
    if (datagram.held != datagram.end) {
      return Optional.empty();
    }
    pending.remove(key);
    byte[] whole = new byte[datagram.end];
    for (Map.Entry<Integer, Octets> entry : datagram.parts.entrySet()) {
      if (entry.getKey() + entry.getValue().length() > whole.length) {
        return Optional.empty();
      }
      entry.getValue().copyTo(whole, entry.getKey());
    }
    return Optional.of(Octets.of(whole));
  }
}
