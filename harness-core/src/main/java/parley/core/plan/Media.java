package parley.core.plan;

import java.time.Duration;
import java.util.List;

/**
 * What the harness offers and sends.
 *
 * @param seconds how long media flow in each call
 * @param picture what the harness sends as video
 * @param audio names of the codec register, in the order offered
 * @param video names of the codec register, in the order offered
 * @param ares how ARES is offered
 */
public record Media(
    int seconds, Picture picture, List<String> audio, List<String> video, AresName ares) {
  public Media {
    audio = List.copyOf(audio);
    video = List.copyOf(video);
  }

  public Duration length() {
    return Duration.ofSeconds(seconds);
  }
}
