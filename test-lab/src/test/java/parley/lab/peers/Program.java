package parley.lab.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a program that is none of ours answered.
 *
 * @param out its standard output
 * @param err its standard error
 */
public record Program(int status, String out, String err) {
  /** Runs it to its end, with nothing to read. */
  public static Program run(List<String> command) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("parley-program", ".err");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Program(
          process.waitFor(), out, Files.readString(errors, StandardCharsets.ISO_8859_1));
    } finally {
      Files.delete(errors);
    }
  }

  /** Its standard output; it must succeed. */
  public static String output(String... command) throws IOException, InterruptedException {
    Program answer = run(List.of(command));
    assertEquals(0, answer.status, () -> List.of(command) + "\n" + answer);
    return answer.out;
  }
}
