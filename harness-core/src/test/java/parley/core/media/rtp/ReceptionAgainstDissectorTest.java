package parley.core.media.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.InstalledProgram;
import parley.core.SharedSamples;
import parley.core.record.CaptureReader;
import parley.core.record.Packet;

/** Our figures of a stream are those of tshark, over captures of real senders. */
class ReceptionAgainstDissectorTest {
  private static final double TENTH_OF_A_MILLISECOND = 0.1;

  private static final Pattern LINE =
      Pattern.compile(
          "\\s*[\\d.]+\\s+[\\d.]+\\s+(\\S+)\\s+(\\d+)\\s+(\\S+)\\s+(\\d+)\\s+0x(\\w+)\\s+(.+?)"
              + "\\s+(\\d+)\\s+(-?\\d+) \\(\\S+\\)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)"
              + "\\s+(\\S+)\\s+(\\S+)\\s+(\\S+).*");

  /** Clocks of the dynamic formats whose signalling is in the captures. */
  private static final Map<String, Integer> CLOCKS =
      Map.of("H264", 90_000, "H265", 90_000, "opus", 48_000);

  @TempDir Path folder;

  private record Route(String source, int sourcePort, String destination, int port, Ssrc ssrc) {}

  /** A line of tshark's table. */
  private record Line(
      Route route,
      String payload,
      long packets,
      long lost,
      double maxDelta,
      double minJitter,
      double meanJitter,
      double maxJitter) {
    boolean clockKnown() {
      return minJitter >= 0;
    }
  }

  static Stream<Path> captures() throws IOException {
    List<Path> captures = new ArrayList<>();
    for (String folder : List.of("pcap/ffmpeg-rtp", "pcap/public", "sip", "h323")) {
      try (Stream<Path> files = Files.walk(SharedSamples.of(folder))) {
        files.filter(f -> f.toString().endsWith(".pcap")).sorted().forEach(captures::add);
      }
    }
    return captures.stream();
  }

  @ParameterizedTest
  @MethodSource("captures")
  void figuresAreThoseOfTshark(Path capture) throws IOException {
    List<Line> lines = tshark(capture);
    Map<Route, Line> withoutEvents = withoutEvents(capture, lines);
    assertEquals(capture.endsWith("simph_ras_auth.pcap"), lines.isEmpty());
    Map<Route, PayloadClocks> clocks = new HashMap<>();
    lines.forEach(line -> clocks.put(line.route, clocks(line)));
    Map<Route, RtpStream> streams = streams(capture, clocks);
    for (Line line : lines) {
      RtpStream ours = Optional.ofNullable(streams.get(line.route)).orElseThrow();
      String what = capture.getFileName() + " " + line + "\n" + ours;
      Line counted = paddingCannotBeTold(capture, line.route) ? filtered(capture, line) : line;
      assertEquals(counted.packets, ours.packets(), what);
      assertEquals(counted.lost, ours.lost(), what);
      assertEquals(line.maxDelta, ours.maxDeltaMillis(), TENTH_OF_A_MILLISECOND, what);
      if (line.clockKnown()) {
        RtpStream.Jitter jitter = ours.jitter().orElseThrow();
        Line timed = withoutEvents.getOrDefault(line.route, line);
        assertEquals(timed.maxJitter, jitter.max(), TENTH_OF_A_MILLISECOND, what);
        assertEquals(timed.meanJitter, jitter.mean(), TENTH_OF_A_MILLISECOND, what);
      }
    }
  }

  /**
   * H.235.6 encrypts the count of padding octets (RFC 3550 section 5.1) with the payload. Without
   * the key some counts seem impossible, and tshark's table leaves out one of 231 such packets that
   * its own display filter finds; the header is in order, so we count them all.
   */
  private static boolean paddingCannotBeTold(Path capture, Route route) {
    return capture.endsWith("simph_h235_media.pcap") && route.ssrc.value() == 0x663234f4L;
  }

  private static Line filtered(Path capture, Line line) {
    long packets =
        InstalledProgram.output(
                "tshark",
                "-r",
                capture.toString(),
                "-o",
                "rtp.heuristic_rtp:TRUE",
                "-Y",
                "rtp.ssrc == " + line.route.ssrc)
            .lines()
            .count();
    long expected = line.packets + line.lost;
    return new Line(
        line.route,
        line.payload,
        packets,
        expected - packets,
        line.maxDelta,
        line.minJitter,
        line.meanJitter,
        line.maxJitter);
  }

  /**
   * The timestamp of a telephone event stands still while it lasts (RFC 4733 section 2.2.1). tshark
   * takes an event's arrival for the time of the packet before and leaves its timestamp out, so the
   * speech packet after it seems late by the length of the event; we leave out both. Over a copy of
   * the capture without the events the two must agree again.
   */
  private Map<Route, Line> withoutEvents(Path capture, List<Line> lines) {
    Map<Route, Line> answers = new HashMap<>();
    if (lines.stream().anyMatch(line -> line.payload.contains("event"))) {
      Path copy = folder.resolve("without-events.pcap");
      String output =
          InstalledProgram.output(
              "tshark",
              "-r",
              capture.toString(),
              "-o",
              "rtp.heuristic_rtp:TRUE",
              "-Y",
              "!(rtp.p_type == 101)",
              "-w",
              copy.toString());
      assertEquals("", output);
      tshark(copy).forEach(line -> answers.put(line.route, line));
    }
    return answers;
  }

  private static PayloadClocks clocks(Line line) {
    Map<Integer, Integer> dynamic = new HashMap<>();
    CLOCKS.forEach(
        (name, rate) -> {
          if (line.payload.startsWith(name)) {
            for (int type = 96; type < 128; type++) {
              dynamic.put(type, rate);
            }
          }
        });
    dynamic.put(101, 0); // telephone-event in each of these captures that has it
    return PayloadClocks.with(dynamic);
  }

  private static Map<Route, RtpStream> streams(Path capture, Map<Route, PayloadClocks> clocks)
      throws IOException {
    Map<Route, ReceptionStatistics> statistics = new HashMap<>();
    CaptureReader.forEach(
        capture,
        packet -> {
          if (packet instanceof Packet.Datagram datagram
              && !RtpPacket.looksLikeRtcp(datagram.payload())) {
            Optional<RtpPacket> decoded = RtpPacket.decode(datagram.payload()).packetIfAny();
            if (decoded.isEmpty()) {
              return;
            }
            RtpPacket rtp = decoded.get();
            Route route =
                new Route(
                    host(datagram.source()),
                    datagram.source().getPort(),
                    host(datagram.destination()),
                    datagram.destination().getPort(),
                    rtp.ssrc());
            statistics
                .computeIfAbsent(
                    route,
                    r ->
                        new ReceptionStatistics(
                            r.ssrc(), clocks.getOrDefault(r, PayloadClocks.STATIC)))
                .accept(datagram.timeNanos(), rtp);
          }
        });
    Map<Route, RtpStream> streams = new HashMap<>();
    statistics.forEach((route, figures) -> streams.put(route, figures.stream()));
    return streams;
  }

  private static String host(InetSocketAddress address) {
    return address.getAddress().getHostAddress();
  }

  private static List<Line> tshark(Path capture) {
    List<String> arguments = new ArrayList<>(List.of("-n", "-r", capture.toString()));
    arguments.addAll(List.of("-o", "rtp.heuristic_rtp:TRUE", "-q", "-z", "rtp,streams"));
    if (capture.toString().contains("ffmpeg-rtp")) {
      arguments.addAll(List.of("-d", "udp.port==45004,rtp"));
    }
    List<Line> lines =
        InstalledProgram.output("tshark", arguments.toArray(String[]::new))
            .lines()
            .map(LINE::matcher)
            .filter(Matcher::matches)
            .map(ReceptionAgainstDissectorTest::line)
            .toList();
    assertTrue(lines.stream().map(Line::route).distinct().count() == lines.size(), lines::toString);
    return lines;
  }

  private static Line line(Matcher line) {
    return new Line(
        new Route(
            line.group(1),
            Integer.parseInt(line.group(2)),
            line.group(3),
            Integer.parseInt(line.group(4)),
            new Ssrc(Long.parseLong(line.group(5).toLowerCase(Locale.ROOT), 16))),
        line.group(6),
        Long.parseLong(line.group(7)),
        Long.parseLong(line.group(8)),
        Double.parseDouble(line.group(11)),
        Double.parseDouble(line.group(12)),
        Double.parseDouble(line.group(13)),
        Double.parseDouble(line.group(14)));
  }
}
