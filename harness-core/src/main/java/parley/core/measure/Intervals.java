package parley.core.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Figures of a stream second by second. When there are too many seconds, each two become one, so
 * that a day takes no more memory than a quarter of an hour.
 */
final class Intervals {
  private static final long SECOND = 1_000_000_000L;
  private static final int FEWEST = 8;

  /** Of one stream; a power of two. */
  private static final int MOST = 1024;

  /** What all streams of a capture may hold together, in intervals. */
  static final class Room {
    private int left;

    Room(int intervals) {
      left = intervals;
    }

    private boolean take(int intervals) {
      if (left < intervals) {
        return false;
      }
      left -= intervals;
      return true;
    }
  }

  private final Room room;
  private final long begin;
  private long width = SECOND;
  private long boundary;
  private int present;
  private int[] packets = new int[FEWEST];
  private int[] octets = new int[FEWEST];
  private int[] lost = new int[FEWEST];
  private float[] jitter = new float[FEWEST];
  private long lostBefore;

  Intervals(Room room, long begin) {
    this.room = room;
    this.begin = begin;
    boundary = begin + width;
  }

  /**
   * A packet.
   *
   * @param lostSoFar before this packet
   * @param jitterMillis after it
   */
  void accept(long timeNanos, int networkOctets, long lostSoFar, double jitterMillis) {
    if (timeNanos >= boundary) {
      moveTo(timeNanos, lostSoFar);
    }
    packets[present]++;
    octets[present] += networkOctets;
    if (jitterMillis > jitter[present]) {
      jitter[present] = (float) jitterMillis;
    }
  }

  private void moveTo(long timeNanos, long lostSoFar) {
    lost[present] += (int) (lostSoFar - lostBefore);
    lostBefore = lostSoFar;
    long index = (timeNanos - begin) / width;
    while (index >= packets.length) {
      if (packets.length < MOST && room.take(packets.length)) {
        grow();
      } else {
        fold();
        index = (timeNanos - begin) / width;
      }
    }
    present = (int) index;
    boundary = begin + (index + 1) * width;
  }

  private void grow() {
    int size = 2 * packets.length;
    packets = Arrays.copyOf(packets, size);
    octets = Arrays.copyOf(octets, size);
    lost = Arrays.copyOf(lost, size);
    jitter = Arrays.copyOf(jitter, size);
  }

  private void fold() {
    int half = packets.length / 2;
    for (int i = 0; i < half; i++) {
      packets[i] = packets[2 * i] + packets[2 * i + 1];
      octets[i] = (int) Math.min(Integer.MAX_VALUE, (long) octets[2 * i] + octets[2 * i + 1]);
      lost[i] = lost[2 * i] + lost[2 * i + 1];
      jitter[i] = Math.max(jitter[2 * i], jitter[2 * i + 1]);
    }
    Arrays.fill(packets, half, packets.length, 0);
    Arrays.fill(octets, half, octets.length, 0);
    Arrays.fill(lost, half, lost.length, 0);
    Arrays.fill(jitter, half, jitter.length, 0);
    width *= 2;
  }

  double seconds() {
    return width / 1e9;
  }

  /** In order, from the first packet to the last. */
  List<Interval> values(long lostSoFar) {
    List<Interval> values = new ArrayList<>(present + 1);
    for (int i = 0; i <= present; i++) {
      long open = i == present ? lostSoFar - lostBefore : 0;
      values.add(new Interval(packets[i], octets[i], lost[i] + open, jitter[i]));
    }
    return values;
  }
}
