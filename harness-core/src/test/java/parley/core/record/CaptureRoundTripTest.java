package parley.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.core.record.CaptureTrafficForTests.NOTE;
import static parley.core.record.CaptureTrafficForTests.OPTIONS;
import static parley.core.record.CaptureTrafficForTests.OURS;
import static parley.core.record.CaptureTrafficForTests.OURS_6;
import static parley.core.record.CaptureTrafficForTests.THEIRS;
import static parley.core.record.CaptureTrafficForTests.THEIRS_6;
import static parley.core.record.CaptureTrafficForTests.TIME;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.core.call.SignallingTap;
import parley.core.media.live.PacketTap;
import parley.core.wire.Octets;

class CaptureRoundTripTest {
  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsBackWhatWasWritten(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    AtomicLong clock = new AtomicLong(TIME);
    List<Packet> expected = new ArrayList<>();
    Path file = folder.resolve("run.pcapng");
    try (CaptureWriter writer = CaptureWriter.create(file, "Parley test", clock::get)) {
      SignallingTap signalling = writer::message;
      PacketTap media = writer::datagram;
      for (int number = 1; number <= 40; number++) {
        long time = clock.addAndGet(random.nextInt(1_000_000_000));
        Heading heading = random.nextBoolean() ? Heading.SENT : Heading.RECEIVED;
        InetSocketAddress ours = random.nextBoolean() ? OURS : OURS_6;
        InetSocketAddress theirs = ours.equals(OURS) ? THEIRS : THEIRS_6;
        InetSocketAddress source = heading == Heading.SENT ? ours : theirs;
        InetSocketAddress destination = heading == Heading.SENT ? theirs : ours;
        Octets payload = octets(random, random.nextInt(1500));
        switch (random.nextInt(3)) {
          case 0 -> {
            media.datagram(heading, ours, theirs, payload);
            expected.add(
                new Packet.Datagram(
                    number, time, Optional.of(heading), source, destination, payload));
          }
          case 1 -> {
            Transport transport = random.nextBoolean() ? Transport.TCP : Transport.TLS;
            signalling.message("sip", transport, heading, ours, theirs, payload);
            expected.add(
                new Packet.Message(
                    number,
                    time,
                    Optional.of(heading),
                    "sip",
                    transport,
                    source,
                    destination,
                    payload));
          }
          default -> {
            writer.note(NOTE);
            expected.add(new Packet.Remark(number, time, NOTE));
          }
        }
      }
      assertEquals(expected, CaptureReader.readAll(file), "readable while it is written");
    }
    assertEquals(expected, CaptureReader.readAll(file));
  }

  static Stream<LabNote> notes() {
    return Stream.of(
        new LabNote.CaseOpened("CALL-HOLD.1", "Parley 0.1.0"),
        new LabNote.Listening("sip", Transport.TLS, "127.0.0.1", 5061),
        new LabNote.Stimulus("hold", Map.of()),
        new LabNote.Stimulus("hold", Map.of("z", "1", "a", "2")),
        new LabNote.Difficulty("no answer within 5 s"),
        new LabNote.Missing("a registrar"),
        new LabNote.LabFault("no port"),
        new LabNote.Health(1, 2, 3, 4, Long.MAX_VALUE),
        new LabNote.MediaKey(
            "127.0.0.1", 49152, Heading.SENT, "TEST/XOR", "5a", Map.of("payload-type", "120")),
        new LabNote.CaseClosed("CALL-HOLD.1"));
  }

  @ParameterizedTest
  @MethodSource("notes")
  void readsBackEachKindOfNoteFromOneLine(LabNote note) {
    Octets json = LabNoteJson.write(note);
    assertEquals(Optional.of(note), LabNoteJson.read(json));
    assertTrue(json.text(java.nio.charset.StandardCharsets.UTF_8).lines().count() == 1);
  }

  @Test
  void keepsTheFileInTheOrderOfTimeWhenManyThreadsWrite() throws Exception {
    Path file = folder.resolve("threads.pcapng");
    AtomicLong clock = new AtomicLong(TIME);
    try (CaptureWriter writer = CaptureWriter.create(file, "t", clock::incrementAndGet)) {
      List<Thread> threads =
          Stream.generate(
                  () ->
                      Thread.ofVirtual()
                          .start(
                              () -> {
                                for (int i = 0; i < 200; i++) {
                                  writer.datagram(Heading.SENT, OURS, THEIRS, OPTIONS);
                                }
                              }))
              .limit(8)
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals(1600, writer.written());
    }
    List<Packet> packets = CaptureReader.readAll(file);
    assertEquals(1600, packets.size());
    for (int i = 0; i < packets.size(); i++) {
      assertEquals(i + 1, packets.get(i).number());
      assertEquals(TIME + i + 1, packets.get(i).timeNanos());
    }
  }

  @Test
  void levelsAClockThatStepsBack() throws IOException {
    Path file = folder.resolve("back.pcapng");
    AtomicLong clock = new AtomicLong(TIME);
    try (CaptureWriter writer = CaptureWriter.create(file, "t", clock::getAndDecrement)) {
      writer.note(NOTE);
      writer.note(NOTE);
    }
    assertEquals(
        List.of(TIME, TIME), CaptureReader.readAll(file).stream().map(Packet::timeNanos).toList());
  }

  @Test
  void keepsAFailureUntilClosing() throws IOException {
    Path full = Path.of("/dev/full");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full), "no /dev/full here");
    assertThrows(IOException.class, () -> CaptureWriter.create(full, "t", () -> TIME));
    assertThrows(
        IOException.class,
        () -> CaptureWriter.create(folder.resolve("no/such/folder"), "t", () -> TIME));
  }

  @Test
  void countsWhatComesAfterClosing() throws IOException {
    CaptureWriter writer = CaptureWriter.create(folder.resolve("late"), "t", () -> TIME);
    writer.close();
    writer.note(NOTE);
    writer.close();
    assertEquals(1, writer.dropped());
    assertEquals(Optional.empty(), writer.failure());
  }

  @Test
  void saysThatAnOverlongMessageWasCut() throws IOException {
    Path file = folder.resolve("long.pcapng");
    try (CaptureWriter writer = CaptureWriter.create(file, "t", () -> TIME)) {
      writer.message(
          "sip",
          Transport.TCP,
          Heading.RECEIVED,
          OURS,
          THEIRS,
          Octets.of(new byte[CaptureWriter.LONGEST]));
      writer.note(NOTE);
    }
    List<Packet> packets = CaptureReader.readAll(file);
    assertEquals(
        "message cut off", assertInstanceOf(Packet.Unread.class, packets.getFirst()).why());
    assertEquals(new Packet.Remark(2, TIME, NOTE), packets.getLast());
  }

  private static Octets octets(SplittableRandom random, int size) {
    byte[] octets = new byte[size];
    random.nextBytes(octets);
    return Octets.of(octets);
  }
}
