package parley.core.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.core.record.DatagramView;

/**
 * The streams of a capture by source, addresses and ports. Holds a bounded number: where that is
 * reached, what has shown a packet or two long ago makes room, as other protocols do that look like
 * RTP by chance.
 */
final class StreamTable {
  private static final int SLOTS = 1 << 15;
  private static final int MOST = SLOTS / 2;
  private static final long LONG_AGO = 10_000_000_000L;

  private final @Nullable TrackedStream[] slots = new @Nullable TrackedStream[SLOTS];
  private final Map<Long, List<TrackedStream>> bySsrc = new HashMap<>();
  private int held;
  private int refusals;

  /** Null where there is none: an Optional for each packet would be felt. */
  @Nullable TrackedStream find(DatagramView datagram, long ssrc) {
    for (int at = slot(datagram, ssrc); ; at = (at + 1) & (SLOTS - 1)) {
      TrackedStream stream = slots[at];
      if (stream == null || stream.is(datagram, ssrc)) {
        return stream;
      }
    }
  }

  private static int slot(DatagramView datagram, long ssrc) {
    return slot(
        ssrc,
        datagram.ports(),
        datagram.sourceLow() ^ datagram.sourceHigh(),
        datagram.destinationLow() ^ datagram.destinationHigh());
  }

  private static int slot(TrackedStream stream) {
    return slot(
        stream.ssrc,
        stream.ports,
        stream.sourceLow ^ stream.sourceHigh,
        stream.destinationLow ^ stream.destinationHigh);
  }

  private static int slot(long ssrc, int ports, long source, long destination) {
    long mixed = ssrc ^ ((long) ports << 32) ^ source ^ Long.rotateLeft(destination, 16);
    return (int) ((mixed * 0x9E37_79B9_7F4A_7C15L) >>> 49);
  }

  /** Whether there was room for one that is not in the table yet. */
  boolean add(DatagramView datagram, TrackedStream stream) {
    if (held >= MOST) {
      // Looking for room takes a while, so it is not done for every one that finds none.
      if (refusals++ % 1024 != 0 || !makeRoom(datagram.timeNanos())) {
        return false;
      }
    }
    put(slot(datagram, stream.ssrc), stream);
    bySsrc.computeIfAbsent(stream.ssrc, _ -> new ArrayList<>(1)).add(stream);
    return true;
  }

  private void put(int from, TrackedStream stream) {
    int at = from;
    while (slots[at] != null) {
      at = (at + 1) & (SLOTS - 1);
    }
    slots[at] = stream;
    held++;
  }

  private boolean makeRoom(long now) {
    List<TrackedStream> kept = new ArrayList<>();
    for (TrackedStream stream : slots) {
      if (stream != null && !(stream.slight() && now - stream.lastNanos() > LONG_AGO)) {
        kept.add(stream);
      }
    }
    if (kept.size() == held) {
      return false;
    }
    Arrays.fill(slots, null);
    held = 0;
    bySsrc.clear();
    for (TrackedStream stream : kept) {
      put(slot(stream), stream);
      bySsrc.computeIfAbsent(stream.ssrc, _ -> new ArrayList<>(1)).add(stream);
    }
    refusals = 0;
    return true;
  }

  /** The stream of this source that a datagram of RTCP from the source goes with. */
  Optional<TrackedStream> sentBy(long ssrc, DatagramView datagram) {
    return match(ssrc, datagram, false);
  }

  /** The stream of this source that a datagram of RTCP from its receiver goes with. */
  Optional<TrackedStream> receivedBy(long ssrc, DatagramView datagram) {
    return match(ssrc, datagram, true);
  }

  /** Where no addresses agree, as behind a relay, the only one of its source will do. */
  private Optional<TrackedStream> match(long ssrc, DatagramView datagram, boolean back) {
    List<TrackedStream> some = bySsrc.getOrDefault(ssrc, List.of());
    return some.stream()
        .max(Comparator.comparingInt(stream -> stream.match(datagram, back)))
        .filter(stream -> some.size() == 1 || stream.match(datagram, back) > 0);
  }

  /** By their first packets. */
  List<TrackedStream> all() {
    List<TrackedStream> all = new ArrayList<>();
    for (TrackedStream stream : slots) {
      if (stream != null) {
        all.add(stream);
      }
    }
    all.sort(Comparator.comparingLong(TrackedStream::firstNumber));
    return all;
  }
}
