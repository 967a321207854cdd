package parley.h323.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import parley.core.record.CaptureReader;
import parley.core.trace.Trace;
import parley.core.trace.TraceInput;

/** Captures of third-party stacks calling each other; a test that needs them is skipped without. */
final class Samples {
  private Samples() {}

  static List<Path> captures() {
    Path folder =
        Path.of(System.getProperty("parley.root", "."))
            .resolve("../shared/samples/h323")
            .normalize();
    Assumptions.assumeTrue(Files.isDirectory(folder), "no samples at " + folder);
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".pcap")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Trace trace(Path capture) throws IOException {
    return H323Trace.read(TraceInput.of(CaptureReader.readAll(capture)));
  }
}
