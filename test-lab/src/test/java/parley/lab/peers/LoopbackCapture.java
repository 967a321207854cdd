package parley.lab.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What goes over the loopback interface while it is open, caught by tshark, with none of our code.
 */
final class LoopbackCapture implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final Path file;

  private LoopbackCapture(Process process, Path file) {
    this.process = process;
    this.file = file;
  }

  /**
   * Starts it and waits until it catches. Skips the test, or fails it in CI, where tshark is
   * missing or may not capture.
   *
   * @param file that it writes
   * @param filter what to catch, in the words of pcap-filter(7)
   */
  static LoopbackCapture start(Path file, String filter) throws IOException, InterruptedException {
    Peers.require("tshark");
    Path errors = file.resolveSibling(file.getFileName() + ".err");
    Process process =
        new ProcessBuilder("tshark", "-q", "-i", "lo", "-f", filter, "-w", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(errors.toFile())
            .start();
    LoopbackCapture capture = new LoopbackCapture(process, file);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    // The file is begun once the interface is open.
    while (!Files.exists(file) || Files.size(file) == 0) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        Peers.doWithout(
            "tshark does not capture: " + Files.readString(errors, StandardCharsets.UTF_8));
      }
      Thread.sleep(20);
    }
    return capture;
  }

  /** Ends it and gives the wanted fields of every packet that the filter passes. */
  List<List<String>> packets(String displayFilter, String... fields)
      throws IOException, InterruptedException {
    close();
    List<String> command =
        new ArrayList<>(
            List.of(
                "tshark",
                "-n",
                "-r",
                file.toString(),
                "-Y",
                displayFilter,
                "-T",
                "fields",
                "-d",
                "udp.port==20000-20999,rtp"));
    for (String field : fields) {
      command.add("-e");
      command.add(field);
    }
    Program answer = Program.run(command);
    if (answer.status() != 0) {
      throw new IOException(answer.err());
    }
    return answer.out().lines().map(line -> List.of(line.split("\t", -1))).toList();
  }

  /** Ends it; what was caught until now is in the file. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
