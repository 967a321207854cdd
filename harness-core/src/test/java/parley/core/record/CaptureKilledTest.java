package parley.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.core.record.CaptureTrafficForTests.NOTE;
import static parley.core.record.CaptureTrafficForTests.OPTIONS;
import static parley.core.record.CaptureTrafficForTests.OURS;
import static parley.core.record.CaptureTrafficForTests.THEIRS;
import static parley.core.record.CaptureTrafficForTests.TIME;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.wire.Octets;

class CaptureKilledTest {
  @TempDir Path folder;

  @Test
  void aKilledWriterLeavesEveryPacketItHadBeenGiven() throws Exception {
    Path file = folder.resolve("killed.pcapng");
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EndlessWriter.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    // The process says when 500 are written, and goes on.
    assertEquals('.', writer.getInputStream().read());
    writer.destroyForcibly().waitFor(); // SIGKILL
    List<Packet> packets = CaptureReader.readAll(file);
    assertTrue(packets.size() >= 500, packets.size() + " packets");
    for (Packet packet : packets.subList(0, 500)) {
      Packet.Datagram datagram = assertInstanceOf(Packet.Datagram.class, packet);
      assertEquals(packet.number(), datagram.payload().u32(0));
    }
  }

  /** Run in a process of its own. */
  static final class EndlessWriter {
    private EndlessWriter() {}

    public static void main(String[] arguments) throws IOException {
      CaptureWriter writer = CaptureWriter.create(Path.of(arguments[0]), "t", System::nanoTime);
      for (int i = 1; ; i++) {
        byte[] payload = new byte[1000];
        payload[2] = (byte) (i >> 8);
        payload[3] = (byte) i;
        writer.datagram(Heading.SENT, OURS, THEIRS, Octets.of(payload));
        if (i == 500) {
          System.out.print('.');
          System.out.flush();
        }
      }
    }
  }

  @Test
  void readsUpToWhereverAFileIsCutOff() throws IOException {
    Path file = folder.resolve("whole.pcapng");
    try (CaptureWriter writer = CaptureWriter.create(file, "t", () -> TIME)) {
      writer.note(NOTE);
      writer.datagram(Heading.SENT, OURS, THEIRS, OPTIONS);
      writer.message("sip", Transport.TLS, Heading.RECEIVED, OURS, THEIRS, OPTIONS);
    }
    byte[] whole = Files.readAllBytes(file);
    List<Packet> all = CaptureReader.readAll(file);
    int cleanEnds = 0;
    for (int size = 0; size <= whole.length; size++) {
      List<Packet> read =
          CaptureReader.readAll(
              new java.io.ByteArrayInputStream(Arrays.copyOfRange(whole, 0, size)));
      boolean endedEarly =
          !read.isEmpty()
              && read.getLast() instanceof Packet.Unread unread
              && unread.octets().isEmpty();
      List<Packet> good = endedEarly ? read.subList(0, read.size() - 1) : read;
      assertEquals(all.subList(0, good.size()), good);
      cleanEnds += endedEarly ? 0 : 1;
    }
    // A section header, two interfaces, three packets: cut anywhere else, the end is noticed.
    assertEquals(6, cleanEnds);
  }
}
