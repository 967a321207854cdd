package parley.lab.measure;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What tshark's table of RTP streams says of a capture. */
final class StreamTable {
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*[\\d.]+\\s+[\\d.]+\\s+(\\S+)\\s+(\\d+)\\s+(\\S+)\\s+(\\d+)\\s+(0x\\w+)\\s+(.+?)"
              + "\\s+(\\d+)\\s+(-?\\d+) \\(\\S+\\)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)"
              + "\\s+(\\S+)\\s+(\\S+)\\s+(\\S+).*");

  /** One stream by its ends and source. */
  record Route(String source, String destination, String ssrc) {}

  /**
   * A line of the table, times in milliseconds.
   *
   * @param meanDelta over all packets but those the longest delta leaves out
   * @param clockKnown where the jitter says something
   */
  record Line(
      Route route,
      String payload,
      long packets,
      long lost,
      double meanDelta,
      double maxDelta,
      boolean clockKnown,
      double meanJitter,
      double maxJitter) {}

  private StreamTable() {}

  static List<Line> of(Path capture, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-n", "-q", "-r", capture.toString()));
    arguments.addAll(List.of("-o", "rtp.heuristic_rtp:TRUE", "-z", "rtp,streams"));
    arguments.addAll(List.of(options));
    return lines(output("tshark", arguments));
  }

  /** The same of a table that was kept. */
  static List<Line> kept(Path table) throws IOException {
    return lines(Files.readString(table));
  }

  private static List<Line> lines(String table) {
    return table
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(StreamTable::line)
        .toList();
  }

  private static Line line(Matcher line) {
    return new Line(
        new Route(
            end(line.group(1), line.group(2)), end(line.group(3), line.group(4)), line.group(5)),
        line.group(6),
        Long.parseLong(line.group(7)),
        Long.parseLong(line.group(8)),
        Double.parseDouble(line.group(10)),
        Double.parseDouble(line.group(11)),
        Double.parseDouble(line.group(12)) >= 0,
        Double.parseDouble(line.group(13)),
        Double.parseDouble(line.group(14)));
  }

  private static String end(String host, String port) {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** Standard output of a program; a test that needs one that is not there is skipped. */
  static String output(String program, List<String> arguments) throws Exception {
    boolean there =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    if ("required".equals(System.getenv("PARLEY_PEERS"))) {
      Assertions.assertTrue(there, program + " is not on the PATH (PARLEY_PEERS=required)");
    }
    Assumptions.assumeTrue(there, program + " is not on the PATH");
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Assertions.assertEquals(0, process.waitFor(), command::toString);
    return output;
  }

  /** Captures that lie beside the sources; without them the test is skipped. */
  static Path samples() {
    Path root = Path.of(System.getProperty("parley.root", "."));
    Path samples = root.resolve("../shared/samples").normalize();
    Assumptions.assumeTrue(Files.isDirectory(samples), "no samples at " + samples);
    return samples;
  }
}
