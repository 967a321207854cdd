package parley.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.InstalledProgram;
import parley.core.SharedSamples;

/** We read what other programs write, packet for packet as tshark does. */
class CaptureOfOthersTest {
  @TempDir Path folder;

  static Stream<Path> captures() throws IOException {
    try (Stream<Path> files = Files.walk(SharedSamples.of("."))) {
      return files.filter(f -> f.toString().endsWith(".pcap")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void readsTheSameDatagramsAsTshark(Path capture) throws IOException {
    assertFalse(compare(capture) == 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pcapng", "pcap", "nsecpcap"})
  void readsTheSameFromEachFormat(String format) throws IOException {
    Path capture = SharedSamples.of("sip/baresip-pli.pcap");
    Path converted = folder.resolve("converted");
    String done =
        InstalledProgram.output("editcap", "-F", format, capture.toString(), converted.toString());
    assertEquals("", done);
    assertEquals(CaptureReader.readAll(capture), CaptureReader.readAll(converted));
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-sections.pcapng", "nanoseconds.pcap", "loopback.pcap"})
  void numbersEveryFrameThatTsharkNumbers(String name) throws Exception {
    URL seed =
        Objects.requireNonNull(
            CaptureFuzzTest.class.getResource(
                "CaptureFuzzTestInputs/readingNeverThrowsAndNumbersWithoutGaps/" + name));
    Path capture = Path.of(seed.toURI());
    List<Packet> packets = CaptureReader.readAll(capture);
    List<String> theirs =
        InstalledProgram.output(
                "tshark",
                "-r",
                capture.toString(),
                "-T",
                "fields",
                "-e",
                "frame.number",
                "-e",
                "frame.time_epoch")
            .lines()
            .toList();
    assertEquals(theirs.size(), packets.size(), packets::toString);
    for (Packet packet : packets) {
      String line = theirs.get((int) packet.number() - 1);
      String time = line.substring(line.indexOf('\t') + 1);
      if (!time.isEmpty()) {
        assertEquals(time.replace(".", ""), Long.toString(packet.timeNanos()), line);
      }
    }
  }

  private static int compare(Path capture) throws IOException {
    List<String> theirs =
        InstalledProgram.output(
                "tshark",
                "-r",
                capture.toString(),
                "-Y",
                "udp && !icmp && !icmpv6",
                "-T",
                "fields",
                "-e",
                "frame.number",
                "-e",
                "frame.time_epoch",
                "-e",
                "udp.srcport",
                "-e",
                "udp.dstport",
                "-e",
                "udp.length")
            .lines()
            .toList();
    List<Packet> packets = CaptureReader.readAll(capture);
    List<String> ours =
        packets.stream()
            .filter(Packet.Datagram.class::isInstance)
            .map(Packet.Datagram.class::cast)
            .map(
                d ->
                    String.join(
                        "\t",
                        Long.toString(d.number()),
                        d.timeNanos() / 1_000_000_000L
                            + "."
                            + Long.toString(1_000_000_000L + d.timeNanos() % 1_000_000_000L)
                                .substring(1),
                        Integer.toString(d.source().getPort()),
                        Integer.toString(d.destination().getPort()),
                        Integer.toString(8 + d.payload().length())))
            .toList();
    assertEquals(theirs, ours);
    assertTrue(
        packets.stream()
            .filter(Packet.Unread.class::isInstance)
            .map(p -> ((Packet.Unread) p).why())
            .noneMatch(why -> why.contains("cut off")));
    return packets.size();
  }
}
