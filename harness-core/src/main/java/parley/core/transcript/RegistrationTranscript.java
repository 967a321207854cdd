package parley.core.transcript;

import java.util.List;
import java.util.Optional;
import parley.core.record.Heading;

/**
 * One registration of the candidate (RECEIVED) or of the harness (SENT).
 *
 * @param who the address that was registered
 * @param attempts in the order of the capture
 */
public record RegistrationTranscript(String who, Heading heading, List<Attempt> attempts) {
  public RegistrationTranscript {
    attempts = List.copyOf(attempts);
  }

  /**
   * One request and its final answer.
   *
   * @param algorithm digest algorithm of the credentials, empty where none were given
   * @param credentialsCorrect empty where no credentials were given or none are known to compare
   * @param status final status in the protocol's words, empty where none came
   */
  public record Attempt(
      long packet,
      long timeNanos,
      Optional<String> algorithm,
      Optional<Boolean> credentialsCorrect,
      Optional<String> status,
      boolean accepted) {}
}
