package parley.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.core.record.CaptureTrafficForTests.NOTE;
import static parley.core.record.CaptureTrafficForTests.OPTIONS;
import static parley.core.record.CaptureTrafficForTests.OURS;
import static parley.core.record.CaptureTrafficForTests.OURS_6;
import static parley.core.record.CaptureTrafficForTests.THEIRS;
import static parley.core.record.CaptureTrafficForTests.THEIRS_6;
import static parley.core.record.CaptureTrafficForTests.TIME;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.SharedSamples;

class CaptureDamagedTest {
  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aDamagedPcapngIsReadAsFarAsItGoes(long seed) throws IOException {
    Path file = folder.resolve("own.pcapng");
    try (CaptureWriter writer = CaptureWriter.create(file, "t", () -> TIME)) {
      writer.note(NOTE);
      writer.datagram(Heading.SENT, OURS, THEIRS, OPTIONS);
      writer.datagram(Heading.SENT, OURS_6, THEIRS_6, OPTIONS);
      writer.message("sip", Transport.TLS, Heading.RECEIVED, OURS, THEIRS, OPTIONS);
    }
    readDamaged(Files.readAllBytes(file), new SplittableRandom(seed), 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aDamagedPcapIsReadAsFarAsItGoes(long seed) throws IOException {
    byte[] file = Files.readAllBytes(SharedSamples.of("h323/simph_ras_auth.pcap"));
    readDamaged(file, new SplittableRandom(seed), 100);
  }

  private static void readDamaged(byte[] file, SplittableRandom random, int times)
      throws IOException {
    for (int run = 0; run < times; run++) {
      byte[] damaged = file.clone();
      for (int i = random.nextInt(5); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      List<Packet> packets = CaptureReader.readAll(new ByteArrayInputStream(damaged));
      for (int i = 0; i < packets.size(); i++) {
        assertEquals(i + 1, packets.get(i).number());
      }
    }
  }
}
