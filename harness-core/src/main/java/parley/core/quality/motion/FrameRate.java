package parley.core.quality.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pictures that showed something new, second by second.
 *
 * @param perSecond of each whole second from the first picture on
 * @param changes of size, with the size each changed to
 */
public record FrameRate(List<Integer> perSecond, List<SizeChange> changes) {
  /** A picture of another size than the one before it; the first picture is none. */
  public record SizeChange(long nanos, int width, int height) {}

  private static final long SECOND = 1_000_000_000L;

  public FrameRate {
    perSecond = List.copyOf(perSecond);
    changes = List.copyOf(changes);
  }

  /** Of pictures in the order of their times. */
  public static FrameRate of(List<Showing> pictures) {
    List<Integer> seconds = new ArrayList<>();
    List<SizeChange> changes = new ArrayList<>();
    List<Showing> fresh = Pictures.fresh(pictures);
    if (!fresh.isEmpty()) {
      long start = fresh.getFirst().nanos();
      int whole = (int) ((fresh.getLast().nanos() - start) / SECOND);
      int[] counts = new int[whole];
      for (Showing picture : fresh) {
        int second = (int) ((picture.nanos() - start) / SECOND);
        if (second < whole) {
          counts[second]++;
        }
      }
      for (int count : counts) {
        seconds.add(count);
      }
    }
    for (int i = 1; i < pictures.size(); i++) {
      Showing now = pictures.get(i);
      Showing before = pictures.get(i - 1);
      if (now.width() != before.width() || now.height() != before.height()) {
        changes.add(new SizeChange(now.nanos(), now.width(), now.height()));
      }
    }
    return new FrameRate(seconds, changes);
  }

  /** Pictures a second; empty where less than a second was shown. */
  public Optional<Spread> spread() {
    return Spread.of(perSecond.stream().mapToDouble(count -> count).toArray());
  }
}
