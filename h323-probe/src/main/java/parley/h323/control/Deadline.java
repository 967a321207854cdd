package parley.h323.control;

import java.time.Duration;
import java.util.OptionalLong;

/** A timer of a procedure; times are nanoseconds of the caller's clock. */
final class Deadline {
  private OptionalLong at = OptionalLong.empty();

  void start(long now, Duration length) {
    at = OptionalLong.of(now + length.toNanos());
  }

  void stop() {
    at = OptionalLong.empty();
  }

  OptionalLong at() {
    return at;
  }

  /** True once when the time has come; the timer is then stopped. */
  boolean hasPassed(long now) {
    boolean passed = at.isPresent() && now - at.getAsLong() >= 0;
    if (passed) {
      stop();
    }
    return passed;
  }
}
