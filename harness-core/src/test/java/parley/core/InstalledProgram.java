package parley.core;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A program of the machine that judges our work. A test that needs one it has not is skipped and
 * says so; where the environment variable {@code PARLEY_PEERS} is {@code required}, as in CI, it
 * fails.
 */
public final class InstalledProgram {
  private InstalledProgram() {}

  /** Goes on only if every one of these is on the PATH. */
  public static void require(String... programs) {
    List<String> missing = Stream.of(programs).filter(program -> !isThere(program)).toList();
    String reason = "not on the PATH: " + String.join(", ", missing);
    if (!missing.isEmpty() && "required".equals(System.getenv("PARLEY_PEERS"))) {
      Assertions.fail(reason + " (PARLEY_PEERS=required)");
    }
    Assumptions.assumeTrue(missing.isEmpty(), reason);
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** What it prints to its standard output; it must succeed. */
  public static String output(String program, String... arguments) {
    require(program);
    List<String> command = Stream.concat(Stream.of(program), Stream.of(arguments)).toList();
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Assertions.assertEquals(0, process.waitFor(), () -> command + ":\n" + output);
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
