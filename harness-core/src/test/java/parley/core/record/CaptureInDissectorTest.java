package parley.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.core.record.CaptureTrafficForTests.NOTE;
import static parley.core.record.CaptureTrafficForTests.OPTIONS;
import static parley.core.record.CaptureTrafficForTests.OURS;
import static parley.core.record.CaptureTrafficForTests.OURS_6;
import static parley.core.record.CaptureTrafficForTests.THEIRS;
import static parley.core.record.CaptureTrafficForTests.THEIRS_6;
import static parley.core.record.CaptureTrafficForTests.TIME;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.InstalledProgram;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.rtp.SequenceNumber;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/** Another program reads what we write. */
class CaptureInDissectorTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("run.pcapng");
    AtomicLong clock = new AtomicLong(TIME);
    try (CaptureWriter writer =
        CaptureWriter.create(file, "Parley 0.1.0", () -> clock.getAndAdd(20_000_001))) {
      writer.note(new LabNote.CaseOpened("A.1", "Parley"));
      writer.message("sip", Transport.UDP, Heading.SENT, OURS, THEIRS, OPTIONS);
      writer.message("sip", Transport.TCP, Heading.SENT, OURS, THEIRS, OPTIONS);
      writer.message("sip", Transport.TLS, Heading.RECEIVED, OURS_6, THEIRS_6, OPTIONS);
      writer.note(NOTE);
      SequenceNumber sequence = new SequenceNumber(65_530);
      for (int i = 0; i < 20; i++) {
        RtpPacket packet =
            new RtpPacket(
                false,
                0,
                sequence.plus(i),
                160L * i,
                new Ssrc(0x11223344),
                Octets.of(new byte[159 + i % 2])); // odd lengths try the checksum
        writer.datagram(Heading.SENT, OURS_6, THEIRS_6, packet.encode());
        writer.datagram(Heading.RECEIVED, OURS, THEIRS, packet.encode());
      }
    }
  }

  @Test
  void noPacketIsMalformedAndAllChecksumsHold() {
    assertEquals(
        "",
        InstalledProgram.output(
            "tshark",
            "-r",
            file.toString(),
            "-o",
            "udp.check_checksum:TRUE",
            "-o",
            "ip.check_checksum:TRUE",
            "-Y",
            "_ws.malformed || udp.checksum.status == 0 || ip.checksum.status == 0"
                + " || _ws.expert.severity == error"));
    assertEquals(
        41,
        InstalledProgram.output(
                "tshark",
                "-r",
                file.toString(),
                "-o",
                "udp.check_checksum:TRUE",
                "-Y",
                "udp.checksum.status == 1")
            .lines()
            .count());
  }

  @Test
  void sipAndNotesDissectAsThemselves() {
    String fields =
        InstalledProgram.output(
            "tshark",
            "-r",
            file.toString(),
            "-Y",
            "sip || json",
            "-T",
            "fields",
            "-e",
            "frame.number",
            "-e",
            "frame.time_epoch",
            "-e",
            "sip.Method",
            "-e",
            "ip.src",
            "-e",
            "ipv6.src",
            "-e",
            "frame.comment",
            "-e",
            "frame.packet_flags_direction",
            "-e",
            "json.value.string");
    List<String> lines = fields.lines().toList();
    assertEquals(5, lines.size(), fields);
    assertEquals("1\t1795318036.949413123\t\t\t\t\t\tA.1,Parley,case-opened", sorted(lines.get(0)));
    assertTrue(lines.get(1).startsWith("2\t1795318036.969413124\tOPTIONS\t127.0.0.1"), fields);
    assertTrue(lines.get(2).startsWith("3\t1795318036.989413125\tOPTIONS\t"), fields);
    assertTrue(lines.get(3).contains("over TLS\t0x00000001"), fields);
    assertTrue(lines.get(4).contains("аудио"), fields);
  }

  private static String sorted(String line) {
    int tab = line.lastIndexOf('\t') + 1;
    return line.substring(0, tab)
        + String.join(
            ",", java.util.stream.Stream.of(line.substring(tab).split(",")).sorted().toList());
  }

  @Test
  void rtpStreamsAreFound() {
    String streams =
        InstalledProgram.output(
            "tshark",
            "-r",
            file.toString(),
            "-o",
            "rtp.heuristic_rtp:TRUE",
            "-q",
            "-z",
            "rtp,streams");
    assertEquals(2, streams.lines().filter(l -> l.contains("0x11223344")).count(), streams);
    assertTrue(streams.lines().filter(l -> l.contains(" 20 ")).count() == 2, streams);
  }

  @Test
  void theFileSaysWhoWroteItAndHowFineItsTimesAre() {
    String info = InstalledProgram.output("capinfos", file.toString());
    assertTrue(info.contains("pcapng"), info);
    assertTrue(info.contains("Capture application: Parley 0.1.0"), info);
    assertTrue(info.contains("Time precision = nanoseconds (9)"), info);
    assertTrue(info.contains("Name = media and datagrams"), info);
    assertTrue(info.contains("rebuilt from the sockets' addresses"), info);
    assertTrue(info.contains("Strict time order:   True"), info);
    assertFalse(info.contains("cut short"), info);
  }
}
