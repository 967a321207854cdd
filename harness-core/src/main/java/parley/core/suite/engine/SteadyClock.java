package parley.core.suite.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Nanoseconds since 1970 that never jump: the wall clock once, the steady clock from then on. A
 * correction of the wall clock in mid-case cannot bend a figure.
 */
final class SteadyClock implements LongSupplier {
  private final long offset;

  SteadyClock() {
    Instant now = Clock.systemUTC().instant();
    offset = now.getEpochSecond() * 1_000_000_000L + now.getNano() - System.nanoTime();
  }

  @Override
  public long getAsLong() {
    return offset + System.nanoTime();
  }
}
