package parley.core.suite.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * The wish that a run ends before all of it was executed: the case that runs is broken off, no
 * other begins, and what was recorded is judged and sealed. Made once for each run; any thread may
 * ask. The thread of the run is not interrupted, since that would break its files.
 */
public final class StopRequest {
  private static final long GLANCE_MILLIS = 50;

  private final CountDownLatch asked = new CountDownLatch(1);

  /** Asks; a second time changes nothing. */
  public void ask() {
    asked.countDown();
  }

  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  /**
   * Waits until the thread has ended, the time is over or somebody asks to stop.
   *
   * @return whether the thread has ended
   */
  boolean join(Thread running, Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    boolean ended = false;
    while (!ended && !isAsked() && System.nanoTime() < end) {
      ended = running.join(Duration.ofMillis(GLANCE_MILLIS));
    }
    return ended || !running.isAlive();
  }
}
