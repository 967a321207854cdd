package parley.lab.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;

/** Starts the program as a process of its own, on this test's class path. */
final class Program {
  private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

  /**
   * How a process ended.
   *
   * @param took from the last moment the test had to do with it
   */
  record Ended(int status, String out, String err, Duration took) {
    /** That status, and nothing on either stream that only a programmer would want to see. */
    Ended with(int expected) {
      assertEquals(expected, status, this::toString);
      assertFalse((out + err).contains("\tat "), this::toString);
      assertFalse((out + err).contains("Exception"), this::toString);
      assertFalse((out + err).contains("internal error"), this::toString);
      return this;
    }

    Ended saying(String... fragments) {
      for (String fragment : fragments) {
        assertTrue((out + err).contains(fragment), () -> "no '" + fragment + "' in " + this);
      }
      return this;
    }

    @Override
    public String toString() {
      return "status " + status + " after " + took + "\nout:\n" + out + "\nerr:\n" + err;
    }
  }

  private final Path folder;
  private int started;

  /**
   * @param folder the working directory; streams, temporary files and the signing key are kept in
   *     it
   */
  Program(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** Where the program keeps its temporary files. */
  Path temporary() {
    return folder.resolve("tmp");
  }

  /** Runs to the end. */
  Ended run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).end();
  }

  Running start(String... arguments) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>();
    if (LINUX) {
      // Who was started in the background ignores Ctrl-C, and so would all below it.
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.addAll(
        List.of(
            java.toString(),
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=" + Files.createDirectories(temporary()),
            "-cp",
            System.getProperty("java.class.path"),
            "--enable-native-access=ALL-UNNAMED",
            "parley.lab.Parley"));
    command.addAll(List.of(arguments));
    Path streams = Files.createDirectories(folder.resolve("streams"));
    started++;
    Path out = streams.resolve(started + ".out");
    Path err = streams.resolve(started + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("PARLEY_CONFIG", folder.resolve("config").toString());
    builder.environment().remove("PARLEY_LOG");
    return new Running(builder.start(), out, err);
  }

  /** A process on its way; closing kills it if it is still there. */
  record Running(Process process, Path out, Path err) implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    Ended end() throws IOException, InterruptedException {
      long start = System.nanoTime();
      boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      return new Ended(
          ended ? process.exitValue() : -1, Files.readString(out), Files.readString(err), took);
    }

    /** Waits for something to be true of the running process. */
    void until(String what, BooleanSupplier condition) throws IOException, InterruptedException {
      long end = System.nanoTime() + LONGEST.toNanos();
      while (!condition.getAsBoolean()) {
        assertTrue(
            process.isAlive() && System.nanoTime() < end,
            "never: " + what + "\n" + Files.readString(out) + "\n" + Files.readString(err));
        Thread.sleep(20);
      }
    }

    /** Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
      Assumptions.assumeTrue(LINUX, "Ctrl-C is sent by kill, of Linux");
      Process kill = new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start();
      assertEquals(0, kill.waitFor());
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
