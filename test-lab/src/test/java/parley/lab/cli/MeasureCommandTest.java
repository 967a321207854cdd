package parley.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.rtp.SequenceNumber;
import parley.core.media.rtp.Ssrc;
import parley.core.record.CaptureWriter;
import parley.core.record.Heading;
import parley.core.record.Transport;
import parley.core.wire.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a user of {@code parley measure} sees. */
class MeasureCommandTest {
  private static final InetSocketAddress OURS = address("192.0.2.1", 5004);
  private static final InetSocketAddress THEIRS = address("192.0.2.2", 6004);
  private static final InetSocketAddress OURS_6 = address("2001:db8::1", 7000);
  private static final InetSocketAddress THEIRS_6 = address("2001:db8::2", 7002);

  @TempDir private Path folder;

  private Path capture;

  private static InetSocketAddress address(String host, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(host), port);
  }

  /** A record of our own: SIP over TLS that names a codec with a tag in it, and two streams. */
  @BeforeEach
  void write() throws IOException {
    capture = folder.resolve("call.pcapng");
    long[] now = {1_700_000_000_000_000_000L};
    try (CaptureWriter writer = CaptureWriter.create(capture, "test", () -> now[0])) {
      writer.message(
          "sip",
          Transport.TLS,
          Heading.RECEIVED,
          address("192.0.2.1", 5061),
          address("192.0.2.2", 5061),
          invite());
      for (int i = 0; i < 500; i++) {
        if (i != 100 && i != 102) {
          writer.datagram(Heading.SENT, OURS, THEIRS, rtp(97, i, 0xA1, 480));
        }
        if (i == 200) {
          writer.datagram(Heading.SENT, OURS, THEIRS, rtp(97, i, 0xA1, 480));
        }
        writer.datagram(Heading.RECEIVED, OURS_6, THEIRS_6, rtp(8, i, 0xB2, 160));
        now[0] += i % 2 == 0 ? 22_000_000L : 18_000_000L;
      }
    }
  }

  private static Octets rtp(int payloadType, int number, long ssrc, int step) {
    return new RtpPacket(
            false,
            payloadType,
            new SequenceNumber(number),
            (long) step * number,
            new Ssrc(ssrc),
            Octets.of(new byte[100]))
        .encode();
  }

  private static Octets invite() {
    return Octets.ofText(
        """
        INVITE sip:x@192.0.2.1 SIP/2.0
        Via: SIP/2.0/TLS 192.0.2.2;branch=z9hG4bK1
        From: <sip:a@192.0.2.2>;tag=1
        To: <sip:x@192.0.2.1>
        Call-ID: 1
        CSeq: 1 INVITE
        Content-Type: application/sdp

        v=0
        o=- 1 1 IN IP4 192.0.2.2
        s=-
        c=IN IP4 192.0.2.2
        t=0 0
        m=audio 6004 RTP/AVP 97
        a=rtpmap:97 <b>\u001b/24000
        """
            .replace("\n", "\r\n"),
        StandardCharsets.UTF_8);
  }

  private CommandRun measure(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "measure";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandRun.of(folder, all);
  }

  @Test
  void everyStreamHasALine() {
    CommandRun run = measure(capture.toString());
    assertEquals(0, run.status(), run::toString);
    String[] lines = run.out().split("\\R");
    assertEquals(3, lines.length, run::toString);
    assertTrue(lines[1].contains("192.0.2.1:5004") && lines[1].contains("499"), lines[1]);
    assertTrue(lines[2].contains("[2001:db8::2]:7002") && lines[2].contains("PCMA (8)"), lines[2]);
    assertFalse(run.out().contains("\u001b"), "what steers a terminal must not pass");
  }

  @Test
  void theJsonHasTheNamesThatAreDocumented() throws IOException {
    CommandRun run = measure("--json", capture.toString());
    assertEquals(0, run.status(), run::toString);
    JsonNode root = JsonMapper.shared().readTree(run.out());
    assertEquals(1_000, root.get("packets").intValue());
    JsonNode stream = root.get("streams").get(0);
    assertEquals("0x000000A1", stream.get("ssrc").stringValue());
    assertEquals("192.0.2.1:5004", stream.get("source").stringValue());
    assertEquals("192.0.2.2:6004", stream.get("destination").stringValue());
    assertEquals(97, stream.get("payloadType").intValue());
    assertEquals("<b>\u001b", stream.get("codec").stringValue());
    assertEquals(24_000, stream.get("clockRate").intValue());
    assertEquals(499, stream.get("packets").intValue());
    assertEquals(1, stream.get("lost").intValue());
    assertEquals(2, stream.get("missing").intValue());
    assertEquals(1, stream.get("duplicates").intValue());
    assertEquals(0, stream.get("reordered").intValue());
    assertTrue(stream.get("jitterMeanMs").doubleValue() < 2, run.out());
    assertTrue(stream.get("jitterMaxMs").doubleValue() >= 1.25, run.out());
    assertEquals(40, stream.get("deltaMaxMs").doubleValue(), 0.001);
    assertEquals(1, stream.get("lossPattern").get("bursts").intValue());
    assertEquals(3.0, stream.get("lossPattern").get("burstMeanPackets").doubleValue());
    assertEquals(10, stream.get("intervals").size());
    String manual =
        Files.readString(
            Path.of(System.getProperty("parley.root", ".")).resolve("docs/measure.md"));
    for (JsonNode node : new JsonNode[] {root, stream}) {
      node.propertyNames()
          .forEach(name -> assertTrue(manual.contains("`" + name + "`"), name + " is described"));
    }
  }

  @Test
  void thePageShowsEveryStreamAndEscapesWhatCameFromTheWire() throws IOException {
    Path page = folder.resolve("page.html");
    CommandRun run = measure(capture.toString(), "--html", page.toString());
    assertEquals(0, run.status(), run::toString);
    String html = Files.readString(page);
    assertTrue(html.contains("&lt;b&gt;") && !html.contains("<b>"), "the codec is escaped");
    assertTrue(html.contains("[2001:db8::1]:7000"));
    assertTrue(html.contains("<path d=\"M0 60"));
    assertFalse(html.contains("http://") || html.contains("https://"), "it works offline");
  }

  @Test
  void everyFigureCanBeHadOnTheTerminal() {
    CommandRun run = measure("--verbose", capture.toString());
    assertTrue(run.out().contains("1 bursts of 3.0 packets"), run::toString);
    assertTrue(run.out().contains("found by   signalling"), run::toString);
    assertTrue(run.out().contains("found by   content"), run::toString);
  }

  @Test
  void aCaptureThatIsCutOffIsMeasuredAsFarAsItGoes() throws IOException {
    byte[] whole = Files.readAllBytes(capture);
    Path cut = folder.resolve("cut.pcapng");
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2 + 1));
    CommandRun run = measure(cut.toString());
    assertEquals(3, run.status(), run::toString);
    assertTrue(run.err().contains("ends early"), run::toString);
    assertTrue(run.out().contains("PCMA (8)"), run::toString);
  }

  @Test
  void whatCannotBeMeasuredIsSaidWithWhatToDo() throws IOException {
    CommandRun absent = measure(folder.resolve("absent.pcap").toString());
    assertEquals(2, absent.status());
    assertTrue(absent.err().contains("there is no capture"), absent::toString);

    CommandRun directory = measure(folder.toString());
    assertEquals(2, directory.status());
    assertTrue(directory.err().contains("is a folder"), directory::toString);

    Path packed = folder.resolve("packed.pcap");
    Files.write(packed, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0});
    CommandRun compressed = measure(packed.toString());
    assertEquals(2, compressed.status());
    assertTrue(compressed.err().contains("gunzip"), compressed::toString);

    Path silent = folder.resolve("silent.pcapng");
    try (CaptureWriter writer = CaptureWriter.create(silent, "test", () -> 1)) {
      writer.datagram(Heading.SENT, OURS, THEIRS, Octets.of(new byte[20]));
    }
    CommandRun nothing = measure(silent.toString());
    assertEquals(3, nothing.status());
    assertTrue(nothing.err().contains("no RTP"), nothing::toString);
    for (CommandRun run : new CommandRun[] {absent, directory, compressed, nothing}) {
      assertFalse(run.err().contains("Exception") || run.err().contains("\tat "), run::toString);
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void damageNeverEndsInAStackTrace(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] whole = Files.readAllBytes(capture);
    Path damaged = folder.resolve("damaged.pcapng");
    for (int run = 0; run < 10; run++) {
      byte[] octets = whole.clone();
      for (int i = 1 + random.nextInt(200); i > 0; i--) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt();
      }
      Files.write(damaged, octets);
      CommandRun result = measure("--json", damaged.toString());
      assertTrue(result.status() == 0 || result.status() == 2 || result.status() == 3);
      assertFalse(result.err().contains("internal"), result::toString);
    }
  }
}
