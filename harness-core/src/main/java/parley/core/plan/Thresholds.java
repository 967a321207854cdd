package parley.core.plan;

import java.time.Duration;

/**
 * Limits the judgement uses.
 *
 * @param answerSeconds from the call to its final answer
 * @param firstMediaMillis from the answer to the first media packet
 * @param releaseSeconds from hanging up to its confirmation
 * @param registrationSeconds how long a registration of the candidate is waited for
 * @param intraMillis from an intra request to the intra picture
 * @param rtcpTolerancePackets by how much RTCP's count may differ from the packets captured
 * @param holdQuietMillis after a hold is answered, media may still come this long
 * @param health limits of the harness itself; over them a case is ERROR
 */
public record Thresholds(
    int answerSeconds,
    int firstMediaMillis,
    int releaseSeconds,
    int registrationSeconds,
    int intraMillis,
    int rtcpTolerancePackets,
    int holdQuietMillis,
    HealthLimits health) {

  public Duration answer() {
    return Duration.ofSeconds(answerSeconds);
  }

  public Duration firstMedia() {
    return Duration.ofMillis(firstMediaMillis);
  }

  public Duration release() {
    return Duration.ofSeconds(releaseSeconds);
  }

  public Duration registration() {
    return Duration.ofSeconds(registrationSeconds);
  }

  public Duration intra() {
    return Duration.ofMillis(intraMillis);
  }

  public Duration holdQuiet() {
    return Duration.ofMillis(holdQuietMillis);
  }
}
