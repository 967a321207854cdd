package parley.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.record.CaptureWriter;
import parley.core.record.Heading;
import parley.core.record.Transport;
import parley.core.wire.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a user of {@code parley trace} sees. */
class TraceCommandTest {
  private static final InetSocketAddress OURS =
      new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 5060);
  private static final InetSocketAddress THEIRS =
      new InetSocketAddress(InetAddress.ofLiteral("192.0.2.2"), 5060);

  @TempDir private Path folder;

  private Path capture;

  @BeforeEach
  void write() throws Exception {
    capture = folder.resolve("calls.pcapng");
    long[] clock = {1_000_000_000L};
    try (CaptureWriter writer =
        CaptureWriter.create(capture, "test", () -> clock[0] += 250_000_000L)) {
      writer.datagram(Heading.SENT, OURS, THEIRS, message("OPTIONS sip:x@b SIP/2.0", "ask"));
      writer.message(
          "sip",
          Transport.TLS,
          Heading.SENT,
          OURS,
          THEIRS,
          message("INVITE sip:x@b SIP/2.0", "c1"));
      writer.message(
          "sip",
          Transport.TLS,
          Heading.RECEIVED,
          OURS,
          THEIRS,
          message("SIP/2.0 180 Ring\u001b[31m", "c1"));
      writer.message(
          "sip",
          Transport.TLS,
          Heading.RECEIVED,
          OURS,
          THEIRS,
          Octets.ofText("SIP/2.0 200 OK\r\nnonsense\r\n\r\n", StandardCharsets.UTF_8));
    }
  }

  private static Octets message(String startLine, String callId) {
    String method = startLine.startsWith("SIP") ? "INVITE" : startLine.replaceFirst(" .*", "");
    return Octets.ofText(
        """
        %s
        Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK%s
        From: <sip:a@b>;tag=1
        To: <sip:x@b>
        Call-ID: %s
        CSeq: 1 %s
        Content-Length: 0

        """
            .formatted(startLine, callId, callId, method)
            .replace("\n", "\r\n"),
        StandardCharsets.UTF_8);
  }

  private CommandRun trace(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "trace";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandRun.of(folder, all);
  }

  private CommandRun ladder(String... more) {
    String[] all = Arrays.copyOf(more, more.length + 2);
    all[more.length] = "--ascii";
    all[more.length + 1] = capture.toString();
    return trace(all);
  }

  @Test
  void drawsALadderOfEachCall() {
    CommandRun run = ladder("--width", "100");
    assertEquals(0, run.status(), run::toString);
    assertEquals("", run.err());
    assertTrue(run.out().contains("2  sip:a@b calls sip:x@b"), run::toString);
    assertTrue(
        run.out().lines().anyMatch(line -> line.matches(" +0\\.000000 +2 +\\|-+ INVITE -+>\\|.*")),
        run::toString);
    assertTrue(
        run.out()
            .lines()
            .anyMatch(line -> line.matches(" +0\\.250000 +3 +\\|<-+ 180 Ring.* -+\\|.*")),
        run::toString);
    assertTrue(run.out().contains("! no Call-ID"), run::toString);
    assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run::toString);
  }

  @Test
  void nothingFromTheWireSteersTheTerminal() {
    for (String option : List.of("--verbose", "--packet=3", "--json")) {
      assertFalse(ladder(option).out().contains("\u001b"), option);
    }
  }

  @Test
  void showsOneCallByNumberByIdOrByItsBeginning() {
    for (String name : List.of("2", "c1", "c")) {
      CommandRun run = ladder("--call", name);
      assertEquals(0, run.status(), run::toString);
      assertTrue(run.out().contains("INVITE"), run::toString);
      assertFalse(run.out().contains("OPTIONS"), run::toString);
    }
    CommandRun none = ladder("--call", "nobody");
    assertEquals(2, none.status());
    assertTrue(none.err().contains("holds no call 'nobody'"), none::toString);
    assertTrue(none.err().contains("c1"), none::toString);
  }

  @Test
  void showsOnePacketDecodedWithItsOctets() {
    CommandRun run = ladder("--packet", "4");
    assertTrue(run.out().contains("! header field  not a header field  6e 6f 6e"), run::toString);
    assertTrue(run.out().contains("0000  53 49 50 2f"), run::toString);
    CommandRun none = ladder("--packet", "99");
    assertEquals(2, none.status());
    assertTrue(none.err().contains("packet 99 holds no signalling message"), none::toString);
  }

  @Test
  void writesOneJsonObjectAMessage() {
    CommandRun run = ladder("--json");
    List<JsonNode> messages =
        run.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    assertEquals(
        List.of(1, 2, 3, 4), messages.stream().map(one -> one.get("packet").asInt()).toList());
    assertEquals("INVITE", messages.get(1).get("name").asString());
    assertEquals("TLS", messages.get(1).get("transport").asString());
    assertEquals("c1", messages.get(2).get("call").asString());
    assertFalse(messages.get(3).get("problems").isEmpty());
  }

  @Test
  void writesAPage() throws Exception {
    Path page = folder.resolve("page.html");
    CommandRun run = ladder("--html", page.toString());
    assertEquals(0, run.status(), run::toString);
    assertTrue(run.out().contains("page  " + page), run::toString);
    assertTrue(Files.readString(page).contains("INVITE"));
    CommandRun cannot = ladder("--html", folder.resolve("no/page.html").toString());
    assertEquals(2, cannot.status());
    assertTrue(cannot.err().contains("there is no such folder"), cannot::toString);
  }

  @Test
  void aCaptureThatIsCutOffIsShownAsFarAsItGoes() throws Exception {
    byte[] whole = Files.readAllBytes(capture);
    Files.write(capture, Arrays.copyOf(whole, whole.length - 30));
    CommandRun run = ladder();
    assertEquals(3, run.status(), run::toString);
    assertTrue(run.out().contains("INVITE"), run::toString);
    assertTrue(run.err().contains("the capture ends early"), run::toString);
    assertTrue(run.err().contains("to packet 3"), run::toString);
  }

  @Test
  void aCaptureWithoutSignallingIsNoCall() throws Exception {
    try (CaptureWriter writer = CaptureWriter.create(capture, "test", () -> 1)) {
      writer.datagram(Heading.SENT, OURS, THEIRS, Octets.ofHex("80000001"));
    }
    CommandRun run = ladder();
    assertEquals(3, run.status());
    assertTrue(run.err().contains("no signalling in"), run::toString);
    assertTrue(run.err().contains("1 packet, 1 of UDP and 0 of TCP"), run::toString);
    assertEquals("", run.out());
  }

  @Test
  void whatIsNoCaptureIsSaidToBeNone() throws Exception {
    says(trace(folder.resolve("absent").toString()), "there is no capture");
    says(trace(folder.toString()), "is a folder");
    Files.writeString(capture, "a text");
    says(ladder(), "is no capture that can be read: neither pcapng nor pcap");
    Files.write(capture, new byte[] {0x1f, (byte) 0x8b, 8, 0});
    says(ladder(), "unpack it with gunzip");
    Files.write(capture, new byte[0]);
    says(ladder(), "is no capture that can be read");
    says(trace(), "CAPTURE");
  }

  private static void says(CommandRun run, String words) {
    assertEquals(2, run.status(), run::toString);
    assertTrue(run.err().contains(words), run::toString);
    assertEquals("", run.out());
  }
}
