package parley.lab.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.measure.MeasuredStream;
import parley.core.measure.StreamReports;
import parley.core.media.rtcp.NtpTime;
import parley.core.media.rtcp.ReceiverReport;
import parley.core.media.rtcp.ReportBlock;
import parley.core.media.rtcp.RtcpCompound;
import parley.core.media.rtcp.SenderReport;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.rtp.SequenceNumber;
import parley.core.media.rtp.Ssrc;
import parley.core.record.CaptureWriter;
import parley.core.record.Heading;
import parley.core.suite.Catalogue;
import parley.core.wire.Octets;

/** What RTCP says is read as tshark reads it. */
class ReportsAgainstDissectorTest {
  private static final InetSocketAddress NEAR = address("192.0.2.1", 5000);
  private static final InetSocketAddress FAR = address("192.0.2.2", 6000);

  @TempDir private Path folder;

  private static InetSocketAddress address(String host, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(host), port);
  }

  /** Captures whose RTCP is in clear. */
  static Stream<Path> captures() {
    Path samples = StreamTable.samples();
    return Stream.of(
            "sip/baresip-h264file.pcap",
            "sip/baresip-h265.pcap",
            "sip/baresip-pli.pcap",
            "sip/baresip-tcp.pcap",
            "h323/simph_720p_h239.pcap",
            "h323/simph_h264.pcap",
            "h323/ast3_ast1_slow_h245tcp.pcap",
            "pcap/ffmpeg-rtp/h264_cif_BA1_FT_C.pcap")
        .map(samples::resolve);
  }

  @ParameterizedTest
  @MethodSource("captures")
  void senderReportsAreThoseThatTsharkReads(Path capture) throws Exception {
    Map<String, Long> theirs = new HashMap<>();
    StreamTable.output(
            "tshark",
            List.of(
                "-n",
                "-r",
                capture.toString(),
                "-o",
                "rtp.heuristic_rtp:TRUE",
                "-o",
                "rtcp.heuristic_rtcp:TRUE",
                "-Y",
                "rtcp.pt == 200",
                "-T",
                "fields",
                "-e",
                "rtcp.senderssrc"))
        .lines()
        .forEach(
            line ->
                theirs.merge(
                    "0x" + line.substring(2).toUpperCase(java.util.Locale.ROOT), 1L, Long::sum));
    assertFalse(theirs.isEmpty());
    List<MeasuredStream> streams = measure(capture);
    for (MeasuredStream stream : streams) {
      String ssrc = stream.figures().ssrc().toString();
      long ours = stream.reports().sender().map(StreamReports.Sender::reports).orElse(0L);
      assertEquals(theirs.getOrDefault(ssrc, 0L), ours, ssrc);
    }
  }

  private static List<MeasuredStream> measure(Path capture) throws IOException {
    return Measuring.of(capture, () -> Catalogue.load().protocols()).measured().streams();
  }

  private static Octets rtp(long ssrc, int number) {
    return new RtpPacket(
            false,
            0,
            new SequenceNumber(number),
            160L * number,
            new Ssrc(ssrc),
            Octets.of(new byte[160]))
        .encode();
  }

  /**
   * Near sends a stream and reports on it every second; Far answers each report after 30 ms, which
   * it says. The line takes 40 ms there and 45 ms back, and near is where the capture is made.
   */
  private Path twoWays() throws IOException {
    Path capture = folder.resolve("reports.pcapng");
    long[] now = {1_700_000_000_000_000_000L};
    InetSocketAddress nearControl = address("192.0.2.1", 5001);
    InetSocketAddress farControl = address("192.0.2.2", 6001);
    try (CaptureWriter writer = CaptureWriter.create(capture, "test", () -> now[0])) {
      for (int i = 0; i < 250; i++) {
        writer.datagram(Heading.SENT, NEAR, FAR, rtp(7, i));
        if (i % 50 == 49) {
          NtpTime ntp = NtpTime.ofUnixNanos(now[0]);
          writer.datagram(
              Heading.SENT,
              nearControl,
              farControl,
              RtcpCompound.encode(
                  List.of(
                      new SenderReport(
                          new Ssrc(7),
                          ntp,
                          160L * i,
                          i + 1,
                          160L * (i + 1),
                          List.of(),
                          Octets.EMPTY))));
          now[0] += 115_000_000L;
          ReportBlock block =
              new ReportBlock(new Ssrc(7), 64, 12, i, 80, ntp.middle(), 30L * 65_536 / 1000);
          writer.datagram(
              Heading.RECEIVED,
              nearControl,
              farControl,
              RtcpCompound.encode(
                  List.of(new ReceiverReport(new Ssrc(9), List.of(block), Octets.EMPTY))));
        }
        now[0] += 20_000_000L;
      }
    }
    return capture;
  }

  @Test
  void theRoundTripIsWhatTsharkComesTo() throws Exception {
    Path capture = twoWays();
    List<String> theirs =
        StreamTable.output(
                "tshark",
                List.of(
                    "-n",
                    "-r",
                    capture.toString(),
                    "-d",
                    "udp.port==5001,rtcp",
                    "-o",
                    "rtcp.show_roundtrip_calculation:TRUE",
                    "-Y",
                    "rtcp.roundtrip-delay",
                    "-T",
                    "fields",
                    "-e",
                    "rtcp.roundtrip-delay"))
            .lines()
            .toList();
    assertEquals(5, theirs.size());
    for (String each : theirs) {
      assertEquals(85, Integer.parseInt(each), 1, "tshark has whole milliseconds");
    }
    MeasuredStream stream = measure(capture).getFirst();
    StreamReports.RoundTrip trip = stream.reports().roundTrip().orElseThrow();
    assertEquals(5, trip.measured());
    assertEquals(85, trip.mean(), 0.05);
    assertEquals(85, trip.min(), 0.05);
    assertEquals(85, trip.max(), 0.05);
  }

  @Test
  void whatTheSenderSentIsHeldAgainstWhatIsThere() throws Exception {
    StreamReports reports = measure(twoWays()).getFirst().reports();
    assertEquals(
        Optional.of(new StreamReports.Sender.Counts(200, 200, 32_000, 32_000)),
        reports.sender().orElseThrow().between());
    StreamReports.Receiver receiver = reports.receiver().orElseThrow();
    assertEquals(5, receiver.reports());
    assertEquals(0.25, receiver.fractionLostMax());
    assertEquals(12, receiver.cumulativeLost());
    assertEquals(80, receiver.jitterMax());
  }

  /**
   * SRTCP leaves its head in clear (RFC 3711 section 3.4); what follows must not become figures.
   */
  @Test
  void encryptedReportsAreCountedAndNotBelieved() throws Exception {
    var measured =
        Measuring.of(
                StreamTable.samples().resolve("sip/baresip-sdes.pcap"),
                () -> Catalogue.load().protocols())
            .measured();
    assertTrue(measured.rtcpUnread() > 0);
    assertTrue(
        measured.streams().stream()
            .allMatch(
                stream ->
                    stream.reports().sender().isEmpty() && stream.reports().receiver().isEmpty()));
  }
}
