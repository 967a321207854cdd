package parley.core.media.live;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How late sends have left: what a {@code LabNote.Health} says of the harness itself. */
public final class Lateness {
  private final long limitNanos;
  private final AtomicLong late = new AtomicLong();
  private final AtomicLong worstNanos = new AtomicLong();

  Lateness(Duration limit) {
    this.limitNanos = limit.toNanos();
  }

  void sent(long nanosLate) {
    if (nanosLate > limitNanos) {
      late.incrementAndGet();
    }
    worstNanos.accumulateAndGet(nanosLate, Math::max);
  }

  /** Sends that left later than the limit. */
  public long late() {
    return late.get();
  }

  public long worstMicros() {
    return worstNanos.get() / 1000;
  }
}
