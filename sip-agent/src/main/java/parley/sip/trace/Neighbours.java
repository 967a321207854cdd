package parley.sip.trace;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import parley.core.trace.Carriage;

/** To which call something belongs that does not name one: that of the messages around it. */
final class Neighbours {
  private final Map<Object, TreeMap<Long, String>> calls = new HashMap<>();

  Neighbours(List<SipTrace.Read> reads) {
    for (SipTrace.Read read : reads) {
      read.callId()
          .ifPresent(
              id ->
                  calls
                      .computeIfAbsent(place(read.find()), _ -> new TreeMap<>())
                      .put(read.find().carriage().packet(), id));
    }
  }

  /** The call that was last spoken of in the same stream or between the same addresses, or next. */
  Optional<String> callOf(SipFinds.Find find) {
    TreeMap<Long, String> same = calls.getOrDefault(place(find), new TreeMap<>());
    Map.Entry<Long, String> before = same.floorEntry(find.carriage().packet());
    return Optional.ofNullable(
            before != null ? before : same.ceilingEntry(find.carriage().packet()))
        .map(Map.Entry::getValue);
  }

  private static Object place(SipFinds.Find find) {
    Carriage carriage = find.carriage();
    return find.flow() >= 0
        ? Integer.valueOf(find.flow())
        : Set.copyOf(List.<InetSocketAddress>of(carriage.from(), carriage.to()));
  }
}
