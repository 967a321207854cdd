package parley.sip.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that nobody here wrote. Without one a test is skipped and says so; where the environment
 * variable {@code PARLEY_PEERS} is {@code required}, as in CI, it fails.
 */
final class Peers {
  private Peers() {}

  /** Goes on only if this program is on the PATH. */
  static void require(String program) {
    require(
        List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
        program);
  }

  /** Goes on only if it is there. */
  static void require(boolean there, String program) {
    String reason = program + " is not installed";
    if (!there && "required".equals(System.getenv("PARLEY_PEERS"))) {
      Assertions.fail(reason + " (PARLEY_PEERS=required)");
    }
    Assumptions.assumeTrue(there, reason);
  }
}
