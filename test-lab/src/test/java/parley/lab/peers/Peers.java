package parley.lab.peers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Whether the programs a test calls are on this machine. Without one the test is skipped and says
 * so; where the environment variable {@code PARLEY_PEERS} is {@code required}, as in CI, it fails.
 */
public final class Peers {
  private Peers() {}

  /** Goes on only if every one of these programs is on the PATH. */
  public static void require(String... programs) {
    List<String> missing =
        List.of(programs).stream().filter(program -> find(program).isEmpty()).toList();
    if (missing.isEmpty()) {
      return;
    }
    doWithout("not on the PATH: " + String.join(", ", missing));
  }

  /** Skips the test since a peer is missing, or fails it where none may be missing. */
  static void doWithout(String reason) {
    if ("required".equals(System.getenv("PARLEY_PEERS"))) {
      Assertions.fail(reason + " (PARLEY_PEERS=required)");
    }
    Assumptions.abort(reason);
  }

  /** Where a program is, if it is on the PATH or where Debian puts servers. */
  public static Optional<Path> find(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String folder : (path + File.pathSeparator + "/usr/sbin").split(File.pathSeparator)) {
      Path candidate = Path.of(folder, program);
      if (!folder.isEmpty() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
