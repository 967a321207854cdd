package parley.core.media.live;

import java.util.concurrent.locks.LockSupport;

/**
 * Ticks of an absolute schedule: tick {@code k} is due {@code k} intervals after the origin,
 * however late the tick before was. A sender that is more than half a second behind leaves the
 * missed ticks out.
 */
final class Pacer {
  private static final long GIVE_UP_NANOS = 500_000_000;
  private static final double NANOS = 1e9;

  private final long origin;
  private final double interval;
  private final Lateness lateness;
  private long tick;

  /**
   * @param origin {@link System#nanoTime()} of tick 0
   * @param ticksPerSecond rate
   */
  Pacer(long origin, int ticksPerSecond, Lateness lateness) {
    this.origin = origin;
    this.interval = NANOS / ticksPerSecond;
    this.lateness = lateness;
    this.tick = nextAfter(System.nanoTime());
  }

  /** Waits for the next tick and gives its number; an interrupt ends the wait at once. */
  long await() {
    long due = origin + Math.round(tick * interval);
    long left = due - System.nanoTime();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = due - System.nanoTime();
    }
    long behind = Math.max(0, -left);
    lateness.sent(behind);
    if (behind > GIVE_UP_NANOS) {
      tick = nextAfter(System.nanoTime());
    }
    return tick++;
  }

  private long nextAfter(long now) {
    return (long) Math.ceil((now - origin) / interval);
  }
}
