package parley.core.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.InstalledProgram;
import parley.core.SharedSamples;
import parley.core.record.CaptureReader;
import parley.core.record.Packet;
import parley.core.trace.TraceInput;

/** On real captures we see the segments and streams that tshark sees. */
class StreamsAgainstDissectorTest {
  static Stream<Path> captures() throws IOException {
    try (Stream<Path> files = Files.walk(SharedSamples.of("."))) {
      return files.filter(f -> f.toString().endsWith(".pcap")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void readsTheSameSegments(Path capture) throws IOException {
    List<String> theirs =
        InstalledProgram.output(
                "tshark",
                "-r",
                capture.toString(),
                "-Y",
                "tcp && !icmp && !icmpv6",
                "-T",
                "fields",
                "-e",
                "frame.number",
                "-e",
                "tcp.srcport",
                "-e",
                "tcp.dstport",
                "-e",
                "tcp.seq_raw",
                "-e",
                "tcp.len")
            .lines()
            .toList();
    List<String> ours =
        CaptureReader.readAll(capture).stream()
            .filter(Packet.Segment.class::isInstance)
            .map(Packet.Segment.class::cast)
            .map(
                segment ->
                    segment.number()
                        + "\t"
                        + segment.source().getPort()
                        + "\t"
                        + segment.destination().getPort()
                        + "\t"
                        + segment.sequence()
                        + "\t"
                        + segment.payload().length())
            .toList();
    assertEquals(theirs, ours);
  }

  @ParameterizedTest
  @MethodSource("captures")
  void joinsTheSameStreams(Path capture) throws IOException {
    List<Connection> connections =
        TraceInput.of(CaptureReader.readAll(capture)).connections().stream().limit(12).toList();
    for (Connection connection : connections) {
      List<String> rows =
          InstalledProgram.output(
                  "tshark",
                  "-r",
                  capture.toString(),
                  "-q",
                  "-z",
                  "follow,tcp,raw," + connection.number())
              .lines()
              .toList();
      // Rows of hexadecimal, those of the side that did not speak first behind a tab.
      List<String> hex = rows.stream().filter(row -> row.matches("\\t?[0-9a-f]+")).toList();
      String first = joined(hex, false);
      String second = joined(hex, true);
      List<String> flows =
          connection.flows().stream().map(StreamsAgainstDissectorTest::hex).sorted().toList();
      assertEquals(Stream.of(first, second).sorted().toList(), flows, capture + " " + connection);
      assertTrue(connection.flows().stream().allMatch(flow -> flow.problems().isEmpty()));
    }
  }

  private static String joined(List<String> rows, boolean tab) {
    StringBuilder all = new StringBuilder();
    rows.stream()
        .filter(row -> row.startsWith("\t") == tab)
        .forEach(row -> all.append(row.strip()));
    return all.toString();
  }

  private static String hex(Flow flow) {
    StringBuilder all = new StringBuilder();
    flow.runs().forEach(run -> all.append(run.octets().hex()));
    return all.toString();
  }
}
