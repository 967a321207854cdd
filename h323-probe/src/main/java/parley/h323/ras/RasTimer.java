package parley.h323.ras;

import java.time.Duration;
import parley.h323.h225.RasMessage;

/**
 * How long an answer is waited for and how often a request is sent again (H.225.0 clause 7.19).
 *
 * @param patience for each attempt
 * @param attempts in all, the first one counted
 */
public record RasTimer(Duration patience, int attempts) {
  private static final RasTimer PATIENT = new RasTimer(Duration.ofSeconds(5), 3);
  private static final RasTimer USUAL = new RasTimer(Duration.ofSeconds(3), 3);
  private static final RasTimer BRIEF = new RasTimer(Duration.ofSeconds(3), 2);

  public RasTimer {
    if (patience.isNegative() || patience.isZero() || attempts < 1) {
      throw new IllegalArgumentException("a wait and at least one attempt");
    }
  }

  /** What the Recommendation proposes for this request. */
  public static RasTimer of(RasMessage request) {
    return switch (request) {
      case RasMessage.GatekeeperRequest ignored -> PATIENT;
      case RasMessage.AdmissionRequest ignored -> PATIENT;
      case RasMessage.LocationRequest ignored -> PATIENT;
      case RasMessage.InfoRequestResponse ignored -> PATIENT;
      case RasMessage.UnregistrationRequest ignored -> BRIEF;
      case RasMessage.InfoRequest ignored -> BRIEF;
      default -> USUAL;
    };
  }

  /** The same number of attempts, each one waited for {@code percent} of the time. */
  public RasTimer scaled(int percent) {
    return new RasTimer(patience.multipliedBy(percent).dividedBy(100), attempts);
  }
}
