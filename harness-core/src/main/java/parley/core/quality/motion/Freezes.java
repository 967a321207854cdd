package parley.core.quality.motion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Where the picture stood still, as the statistics of WebRTC count it (webrtc-stats, freezeCount):
 * the time from one shown picture to the next is a freeze where it is not less than three times the
 * mean before it and not less than that mean and 150 ms. That definition stands in browsers'
 * documentation; that the mean is over the last 30 times could not be looked up. A picture whose
 * burnt-in number is that of the one before shows nothing new and does not end a freeze.
 *
 * @param times from picture to picture that were looked at
 */
public record Freezes(List<Freeze> all, long times) {
  /** From the last picture that moved to the next. */
  public record Freeze(long fromNanos, long toNanos) {
    public long nanos() {
      return toNanos - fromNanos;
    }
  }

  private static final int WINDOW = 30;
  private static final double TIMES = 3;
  private static final double LONGER_NANOS = 150e6;

  public Freezes {
    all = List.copyOf(all);
  }

  /** Of pictures in the order of their times. */
  public static Freezes of(List<Showing> pictures) {
    List<Showing> fresh = Pictures.fresh(pictures);
    Deque<Long> window = new ArrayDeque<>();
    double sum = 0;
    List<Freeze> freezes = new ArrayList<>();
    for (int i = 1; i < fresh.size(); i++) {
      long time = fresh.get(i).nanos() - fresh.get(i - 1).nanos();
      if (!window.isEmpty()) {
        double mean = sum / window.size();
        if (time >= Math.max(TIMES * mean, mean + LONGER_NANOS)) {
          freezes.add(new Freeze(fresh.get(i - 1).nanos(), fresh.get(i).nanos()));
        }
      }
      window.addLast(time);
      sum += time;
      if (window.size() > WINDOW) {
        sum -= window.removeFirst();
      }
    }
    return new Freezes(freezes, Math.max(0, fresh.size() - 1));
  }

  /** All freezes together, ns. */
  public long nanos() {
    return all.stream().mapToLong(Freeze::nanos).sum();
  }
}
