package parley.core.suite;

import java.time.Instant;
import java.util.Optional;

/**
 * When a run began and ended and what stopped it. It stands beside the verdicts and never in them:
 * they are computed from the captures and hold no time but the captures' own.
 *
 * @param stopped why cases were left out, empty where none were
 */
public record RunLog(Instant began, Optional<Instant> ended, Optional<String> stopped) {
  /** Why a run ended that somebody asked to end. */
  public static final String STOPPED = "the run was stopped";

  public static RunLog begin(Instant now) {
    return new RunLog(now, Optional.empty(), Optional.empty());
  }

  public RunLog end(Instant now, Optional<String> why) {
    return new RunLog(began, Optional.of(now), why);
  }
}
