package parley.core.plan;

import java.time.Duration;
import java.util.List;
import parley.core.call.ProtectionPolicy;

/**
 * What the harness offers and sends.
 *
 * @param seconds how long media flow in each call
 * @param picture what the harness sends as video
 * @param audio names of the codec register, in the order offered
 * @param video names of the codec register, in the order offered
 * @param protection whether media is to be protected in the calls of the run
 * @param ares how ARES is offered
 */
public record Media(
    int seconds,
    Picture picture,
    List<String> audio,
    List<String> video,
    ProtectionPolicy protection,
    AresName ares) {
  public Media {
    audio = List.copyOf(audio);
    video = List.copyOf(video);
  }

  public Duration length() {
    return Duration.ofSeconds(seconds);
  }
}
