package parley.h323.ras.live;

/**
 * Nanoseconds since 1970-01-01T00:00Z that never jump: the wall is looked at once. Timers and the
 * time stamps of passwords are taken from it alike.
 */
public final class SteadyTime {
  private static final long START_WALL = System.currentTimeMillis() * 1_000_000L;
  private static final long START = System.nanoTime();

  private SteadyTime() {}

  public static long now() {
    return START_WALL + System.nanoTime() - START;
  }
}
