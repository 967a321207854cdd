package parley.h323.security;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import parley.core.wire.Octets;

/** Another implementation of the ciphers; a test is skipped where it is not installed. */
final class OpenSsl {
  private OpenSsl() {}

  /** What it prints; it must succeed. */
  static Octets run(Octets input, String... arguments) {
    boolean found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "openssl")));
    if ("required".equals(System.getenv("PARLEY_PEERS"))) {
      Assertions.assertTrue(found, "openssl is not installed");
    }
    Assumptions.assumeTrue(found, "openssl is not installed");
    List<String> command = Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList();
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().write(input.toArray());
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      Assertions.assertEquals(0, process.waitFor(), command::toString);
      return Octets.of(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
