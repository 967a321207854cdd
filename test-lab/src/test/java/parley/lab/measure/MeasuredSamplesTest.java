package parley.lab.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.measure.MeasuredStream;
import parley.core.media.rtp.RtpStream;
import parley.core.suite.Catalogue;
import parley.core.trace.Parties;

/**
 * The streams of every sample are those that tshark finds, no more and no fewer, with its figures.
 * Where the two differ, {@link Difference} says why.
 */
class MeasuredSamplesTest {
  private static final double TENTH_OF_A_MILLISECOND = 0.1;

  /** Every difference there is between the two, with its reason. */
  private enum Difference {
    /**
     * H.235.6 encrypts the count of padding octets (RFC 3550 section 5.1) with the payload. Without
     * the key some counts seem impossible, and tshark leaves such packets out of its table though
     * its display filter finds them; their headers are in order, so we count them.
     */
    PADDING_COUNT_ENCRYPTED(Set.of("simph_h235_media.pcap 0x663234F4")),

    /**
     * The timestamp of a telephone event stands still while it lasts (RFC 4733 section 2.2.1).
     * tshark takes the event's arrival for the time of the packet before and leaves its timestamp
     * out, so the speech after it seems late by the length of the event; we leave out both. Over a
     * copy without the events the two must agree.
     */
    EVENTS_STAND_STILL(
        Set.of("baresip-tcp.pcap 0xBF824B98", "gigaset-n510-ip-pro-rfc2833.pcap 0xAFBEADFE")),

    /**
     * tshark 4.0 knows the clock of a dynamic payload type from SDP only. That of H.323 stands in
     * the logical channel (H.245 dynamicRTPPayloadType), from which we take it; then there is a
     * jitter of ours and none of tshark's to hold it against.
     */
    CLOCK_FROM_LOGICAL_CHANNEL(
        Set.of(
            "simph_720p_h239.pcap 0x0283657A",
            "simph_720p_h239.pcap 0x479F8F11",
            "simph_720p_h239.pcap 0x72FC62A5",
            "simph_720p_h239.pcap 0xA3A04783",
            "simph_gnugk_routed_h46018_19.pcap 0x8091FDFC",
            "simph_gnugk_routed_h46018_19.pcap 0x8902BA42",
            "simph_h235_media.pcap 0x612A8E20",
            "simph_h235_media.pcap 0x663234F4",
            "simph_h235_media.pcap 0xCBCBC3C9",
            "simph_h235_media.pcap 0xEFBDF6F0",
            "simph_h264.pcap 0x4DD14795")),

    /**
     * Nor does tshark 4.0 know a clock from SDP whose lines are of UDP/TLS/RTP/SAVPF (RFC 5764
     * section 8); the payload types are mapped there as in any other (RFC 8866 section 6.6).
     */
    CLOCK_FROM_DTLS_OFFER(
        Set.of(
            "baresip-dtls.pcap 0x5FCAAF84",
            "baresip-dtls.pcap 0x88288B26",
            "baresip-dtls.pcap 0x961C5CE2",
            "baresip-dtls.pcap 0xE76B13F0"));

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> streams;

    Difference(Set<String> streams) {
      this.streams = streams;
    }

    boolean holds(Path capture, StreamTable.Line line) {
      return streams.contains(capture.getFileName() + " " + line.route().ssrc());
    }
  }

  @TempDir private Path folder;

  static Stream<Path> captures() throws IOException {
    try (Stream<Path> files = Files.walk(StreamTable.samples())) {
      return files.filter(f -> f.toString().endsWith(".pcap")).sorted().toList().stream();
    }
  }

  private static Map<StreamTable.Route, MeasuredStream> measure(Path capture) throws IOException {
    return Measuring.of(capture, () -> Catalogue.load().protocols()).measured().streams().stream()
        .collect(Collectors.toMap(MeasuredSamplesTest::route, Function.identity()));
  }

  private static StreamTable.Route route(MeasuredStream stream) {
    return new StreamTable.Route(
        Parties.text(stream.source()),
        Parties.text(stream.destination()),
        stream.figures().ssrc().toString());
  }

  private static List<StreamTable.Line> tshark(Path capture) throws Exception {
    return capture.toString().contains("ffmpeg-rtp")
        ? StreamTable.of(capture, "-d", "udp.port==45004,rtp")
        : StreamTable.of(capture);
  }

  @ParameterizedTest
  @MethodSource("captures")
  void streamsAndFiguresAreThoseOfTshark(Path capture) throws Exception {
    List<StreamTable.Line> lines = tshark(capture);
    Map<StreamTable.Route, MeasuredStream> ours = measure(capture);
    assertEquals(
        lines.stream().map(StreamTable.Line::route).collect(Collectors.toSet()), ours.keySet());
    assertEquals(capture.endsWith("simph_ras_auth.pcap"), lines.isEmpty());
    for (StreamTable.Line line : lines) {
      MeasuredStream stream = Optional.ofNullable(ours.get(line.route())).orElseThrow();
      String what = capture.getFileName() + " " + line + "\n" + stream;
      compareCounts(capture, line, stream, what);
      compareTimes(capture, line, stream, what);
    }
  }

  private static void compareCounts(
      Path capture, StreamTable.Line line, MeasuredStream stream, String what) throws Exception {
    RtpStream figures = stream.figures();
    if (Difference.PADDING_COUNT_ENCRYPTED.holds(capture, line)) {
      long packets = filtered(capture, line.route().ssrc());
      assertTrue(packets > line.packets(), what);
      assertEquals(packets, figures.packets(), what);
      assertEquals(line.packets() + line.lost(), figures.expected(), what);
    } else {
      assertEquals(line.packets(), figures.packets(), what);
      assertEquals(line.lost(), figures.lost(), what);
    }
  }

  private void compareTimes(Path capture, StreamTable.Line line, MeasuredStream stream, String what)
      throws Exception {
    RtpStream figures = stream.figures();
    assertEquals(line.maxDelta(), figures.maxDeltaMillis(), TENTH_OF_A_MILLISECOND, what);
    boolean onlyOurs =
        Difference.CLOCK_FROM_LOGICAL_CHANNEL.holds(capture, line)
            || Difference.CLOCK_FROM_DTLS_OFFER.holds(capture, line);
    assertEquals(line.clockKnown() || onlyOurs, figures.jitter().isPresent(), what);
    assertFalse(line.clockKnown() && onlyOurs, what);
    if (line.clockKnown()) {
      StreamTable.Line timed = line;
      if (Difference.EVENTS_STAND_STILL.holds(capture, line)) {
        timed = withoutEvents(capture, line.route());
        assertTrue(
            Math.abs(line.meanJitter() - timed.meanJitter()) > TENTH_OF_A_MILLISECOND
                || Math.abs(line.maxJitter() - timed.maxJitter()) > TENTH_OF_A_MILLISECOND
                || line.packets() > timed.packets(),
            what);
      }
      RtpStream.Jitter jitter = figures.jitter().orElseThrow();
      assertEquals(timed.meanJitter(), jitter.mean(), TENTH_OF_A_MILLISECOND, what);
      assertEquals(timed.maxJitter(), jitter.max(), TENTH_OF_A_MILLISECOND, what);
    }
  }

  private static long filtered(Path capture, String ssrc) throws Exception {
    return StreamTable.output(
            "tshark",
            List.of(
                "-r",
                capture.toString(),
                "-o",
                "rtp.heuristic_rtp:TRUE",
                "-Y",
                "rtp.ssrc == " + ssrc))
        .lines()
        .count();
  }

  private StreamTable.Line withoutEvents(Path capture, StreamTable.Route route) throws Exception {
    Path copy = folder.resolve("without-events.pcap");
    StreamTable.output(
        "tshark",
        List.of(
            "-r",
            capture.toString(),
            "-o",
            "rtp.heuristic_rtp:TRUE",
            "-Y",
            "!(rtp.p_type == 101)",
            "-w",
            copy.toString()));
    return StreamTable.of(copy).stream()
        .filter(line -> line.route().equals(route))
        .findFirst()
        .orElseThrow();
  }

  static Stream<Path> keptTables() throws IOException {
    try (Stream<Path> files = Files.walk(StreamTable.samples())) {
      return files
          .filter(f -> f.toString().endsWith(".rtp-streams.txt"))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** The tables that lie beside the captures, made on another day by another hand. */
  @ParameterizedTest
  @MethodSource("keptTables")
  void countsAreThoseOfTheKeptTables(Path table) throws Exception {
    String name = table.getFileName().toString().replace(".rtp-streams.txt", "");
    Map<StreamTable.Route, MeasuredStream> ours = measure(table.resolveSibling(name));
    List<StreamTable.Line> lines = StreamTable.kept(table);
    assertFalse(lines.isEmpty());
    assertEquals(lines.size(), ours.size());
    for (StreamTable.Line line : lines) {
      RtpStream figures = Optional.ofNullable(ours.get(line.route())).orElseThrow().figures();
      assertEquals(line.packets(), figures.packets(), line::toString);
      assertEquals(line.lost(), figures.lost(), line::toString);
    }
  }
}
