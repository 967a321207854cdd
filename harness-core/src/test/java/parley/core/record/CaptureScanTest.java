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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.InstalledProgram;
import parley.core.SharedSamples;
import parley.core.wire.Octets;

/** Going over a capture shows the packets that reading it gives. */
class CaptureScanTest {
  @TempDir Path folder;

  static Stream<Path> captures() throws IOException {
    try (Stream<Path> files = Files.walk(SharedSamples.of("."))) {
      return files.filter(f -> f.toString().endsWith(".pcap")).sorted().toList().stream();
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  private record Shown(List<Packet> packets, Optional<String> endedEarly) {}

  private static Shown scan(byte[] file) throws IOException {
    List<Packet> packets = new ArrayList<>();
    CaptureScan.Ending ending =
        CaptureScan.over(
            new ByteArrayInputStream(file),
            new CaptureScan.Visitor() {
              @Override
              public void datagram(DatagramView view) {
                if (view.captured() == view.length()) {
                  packets.add(
                      new Packet.Datagram(
                          view.number(),
                          view.timeNanos(),
                          Optional.empty(),
                          view.source(),
                          view.destination(),
                          view.payload()));
                } else {
                  packets.add(
                      new Packet.Unread(view.number(), view.timeNanos(), "cut", Octets.EMPTY));
                }
              }

              @Override
              public void other(Packet packet) {
                packets.add(packet);
              }
            });
    assertEquals(packets.size(), ending.packets());
    return new Shown(packets, ending.endedEarly());
  }

  /** What both must agree on: whose way a datagram went is not shown, nor why one was cut. */
  private static Packet comparable(Packet packet) {
    return switch (packet) {
      case Packet.Datagram datagram ->
          new Packet.Datagram(
              datagram.number(),
              datagram.timeNanos(),
              Optional.empty(),
              datagram.source(),
              datagram.destination(),
              datagram.payload());
      case Packet.Unread unread ->
          new Packet.Unread(unread.number(), unread.timeNanos(), "", Octets.EMPTY);
      case Packet.Message message -> message;
      case Packet.Segment segment -> segment;
      case Packet.Remark remark -> remark;
    };
  }

  private static void compare(byte[] file) throws IOException {
    List<Packet> read;
    Optional<String> early;
    try (CaptureReader reader = CaptureReader.of(new ByteArrayInputStream(file))) {
      read = new ArrayList<>();
      for (Optional<Packet> next = reader.next(); next.isPresent(); next = reader.next()) {
        read.add(next.get());
      }
      early = reader.endedEarly();
    }
    if (early.isPresent()) {
      read.removeLast(); // the reader says it by a packet of its own, too
    }
    Shown shown = scan(file);
    assertEquals(early, shown.endedEarly());
    assertEquals(
        read.stream().map(CaptureScanTest::comparable).toList(),
        shown.packets().stream().map(CaptureScanTest::comparable).toList());
  }

  @ParameterizedTest
  @MethodSource("captures")
  void showsThePacketsOfEverySample(Path capture) throws IOException {
    compare(Files.readAllBytes(capture));
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-sections.pcapng", "nanoseconds.pcap", "loopback.pcap"})
  void showsThePacketsOfUnusualFiles(String name) throws Exception {
    try (var in =
        CaptureScanTest.class.getResourceAsStream(
            "CaptureFuzzTestInputs/readingNeverThrowsAndNumbersWithoutGaps/" + name)) {
      compare(java.util.Objects.requireNonNull(in).readAllBytes());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void showsOfADamagedFileWhatCanBeRead(long seed) throws IOException {
    Path own = folder.resolve("own.pcapng");
    try (CaptureWriter writer = CaptureWriter.create(own, "t", () -> TIME)) {
      writer.note(NOTE);
      writer.datagram(Heading.SENT, OURS, THEIRS, OPTIONS);
      writer.datagram(Heading.SENT, OURS_6, THEIRS_6, OPTIONS);
      writer.message("sip", Transport.TLS, Heading.RECEIVED, OURS, THEIRS, OPTIONS);
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (byte[] file :
        List.of(
            Files.readAllBytes(own),
            Files.readAllBytes(SharedSamples.of("h323/simph_ras_auth.pcap")))) {
      for (int run = 0; run < 50; run++) {
        byte[] damaged = file.clone();
        for (int i = random.nextInt(5); i >= 0; i--) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        // Where one length lies, IP and UDP may disagree on what was cut: only the count is sure.
        compareNumbers(damaged);
      }
    }
  }

  private static void compareNumbers(byte[] file) throws IOException {
    List<Packet> read = CaptureReader.readAll(new ByteArrayInputStream(file));
    Shown shown = scan(file);
    int more = shown.endedEarly().isPresent() ? 1 : 0;
    assertEquals(read.size(), shown.packets().size() + more);
  }

  /** tshark counts RTP of captures that hold headers only, so they must be shown. */
  @Test
  void showsTheBeginningOfDatagramsThatWereCut() throws IOException {
    Path capture = SharedSamples.of("sip/baresip-h264file.pcap");
    Path cut = folder.resolve("headers.pcap");
    assertEquals(
        "", InstalledProgram.output("editcap", "-s", "80", capture.toString(), cut.toString()));
    List<String> whole = new ArrayList<>();
    List<String> beginnings = new ArrayList<>();
    boolean[] shorter = {false};
    CaptureScan.over(
        capture, (Lengths) (view, payload) -> whole.add(view.number() + " " + view.length()));
    CaptureScan.over(
        cut,
        (Lengths)
            (view, payload) -> {
              beginnings.add(view.number() + " " + view.length());
              shorter[0] |= payload.length() < view.length();
            });
    assertFalse(whole.isEmpty());
    assertEquals(whole, beginnings);
    assertTrue(shorter[0]);
  }

  private interface Lengths extends CaptureScan.Visitor {
    void shown(DatagramView view, Octets payload);

    @Override
    default void datagram(DatagramView view) {
      shown(view, view.payload());
    }

    @Override
    default void other(Packet packet) {}
  }
}
