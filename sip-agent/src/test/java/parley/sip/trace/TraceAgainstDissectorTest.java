package parley.sip.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.record.CaptureReader;
import parley.core.trace.TraceInput;
import parley.core.trace.TracedMessage;
import parley.core.trace.Tree;

/** On real captures we find the messages that tshark finds, and read the same out of them. */
class TraceAgainstDissectorTest {
  private static final List<String> FIELDS =
      List.of(
          "frame.number",
          "sip.Method",
          "sip.Status-Code",
          "sip.Call-ID",
          "sip.From",
          "sip.To",
          "sip.CSeq");

  static Stream<Path> captures() throws IOException {
    Path samples = Path.of(System.getProperty("parley.root", "."), "../shared/samples");
    Assumptions.assumeTrue(Files.isDirectory(samples), "no capture samples at " + samples);
    try (Stream<Path> files = Files.walk(samples)) {
      return files.filter(f -> f.toString().endsWith(".pcap")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void findsTheSameMessages(Path capture) throws Exception {
    List<TracedMessage> traced =
        SipTrace.of(TraceInput.of(CaptureReader.readAll(capture))).messages().stream()
            .filter(message -> message.tree() instanceof Tree.Branch)
            .toList();
    assertEquals(dissected(capture), traced.stream().map(this::line).toList());
    // Callers repeat; what these captures hold is otherwise well-formed.
    assertFalse(
        capture.toString().contains("/sip/")
            && traced.stream().anyMatch(message -> !message.problems().isEmpty()),
        traced::toString);
  }

  /** A message of a stream is, to tshark, in the packet that completes it. */
  private String line(TracedMessage message) {
    String start = child(message, "request line").isEmpty() ? "status" : "method";
    String value =
        start.equals("method")
            ? leaf(message, "request line", "method") + "\t"
            : "\t" + leaf(message, "status line", "status");
    return message.carriage().packets().getLast()
        + "\t"
        + value
        + "\t"
        + child(message, "Call-ID")
        + "\t"
        + child(message, "From")
        + "\t"
        + child(message, "To")
        + "\t"
        + child(message, "CSeq");
  }

  private static String child(TracedMessage message, String name) {
    return ((Tree.Branch) message.tree())
        .children().stream()
            .filter(child -> child.name().equalsIgnoreCase(name))
            .map(child -> child instanceof Tree.Branch branch ? branch.text() : text(child))
            .findFirst()
            .orElse("");
  }

  private static String leaf(TracedMessage message, String under, String name) {
    return ((Tree.Branch) message.tree())
        .children().stream()
            .filter(child -> child.name().equals(under))
            .flatMap(child -> ((Tree.Branch) child).children().stream())
            .filter(child -> child.name().equals(name))
            .map(TraceAgainstDissectorTest::text)
            .findFirst()
            .orElse("");
  }

  private static String text(Tree tree) {
    return tree instanceof Tree.Leaf leaf ? leaf.text() : "";
  }

  private static List<String> dissected(Path capture) throws Exception {
    boolean found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark")));
    Assumptions.assumeTrue(found, "tshark is not installed");
    Stream<String> command =
        Stream.concat(
            Stream.of("tshark", "-r", capture.toString(), "-Y", "sip && !icmp", "-T", "fields"),
            FIELDS.stream().flatMap(field -> Stream.of("-e", field)));
    Process tshark =
        new ProcessBuilder(command.toList()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, tshark.waitFor());
    return output.lines().toList();
  }
}
