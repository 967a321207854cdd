package parley.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.call.Format;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.rtp.SequenceNumber;
import parley.core.media.rtp.Ssrc;
import parley.core.record.CaptureScan;
import parley.core.record.CaptureWriter;
import parley.core.record.Heading;
import parley.core.transcript.AnnouncedMedia;
import parley.core.wire.Octets;

/** What is taken for a stream, and what memory it takes. */
class MeasurementTest {
  private static final InetSocketAddress HERE = address(4000);
  private static final InetSocketAddress THERE = address(5000);

  @TempDir private Path folder;

  private Path capture;
  private long now = 1_700_000_000_000_000_000L;

  @BeforeEach
  void name() {
    capture = folder.resolve("capture.pcapng");
  }

  private interface Traffic {
    void write(CaptureWriter writer);
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), port);
  }

  private Measurement measure(Announcements announcements, Traffic traffic) throws IOException {
    try (CaptureWriter writer = CaptureWriter.create(capture, "test", () -> now)) {
      traffic.write(writer);
    }
    Measurement measurement = new Measurement(announcements);
    CaptureScan.over(new ByteArrayInputStream(Files.readAllBytes(capture)), measurement);
    return measurement;
  }

  private void send(CaptureWriter writer, int payloadType, long ssrc, int number) {
    RtpPacket packet =
        new RtpPacket(
            false,
            payloadType,
            new SequenceNumber(number & 0xffff),
            160L * number,
            new Ssrc(ssrc),
            Octets.of(new byte[40]));
    writer.datagram(Heading.SENT, HERE, THERE, packet.encode());
    now += 20_000_000L;
  }

  @Test
  void fourPacketsInOrderAreAStreamAndThreeAreNot() throws IOException {
    MeasuredCapture measured =
        measure(
                Announcements.NONE,
                writer -> {
                  for (int i = 0; i < 4; i++) {
                    send(writer, 0, 1, i);
                  }
                  for (int i = 0; i < 3; i++) {
                    send(writer, 0, 2, i);
                  }
                })
            .values(Announcements.NONE);
    assertEquals(1, measured.streams().size());
    assertEquals(4, measured.streams().getFirst().figures().packets());
    assertEquals(MeasuredStream.Evidence.CONTENT, measured.streams().getFirst().foundBy());
    assertEquals(3, measured.unrecognised());
  }

  @Test
  void onePacketIsEnoughWhereSignallingNamesTheAddress() throws IOException {
    Announcements known =
        new Announcements(
            List.of(new AnnouncedMedia(0, THERE, List.of(new Format(100, "H264", 90_000)))));
    MeasuredStream stream =
        measure(known, writer -> send(writer, 100, 1, 7)).values(known).streams().getFirst();
    assertEquals(MeasuredStream.Evidence.SIGNALLING, stream.foundBy());
    assertEquals("H264", stream.payload().codec().orElseThrow());
    assertEquals(90_000, stream.payload().clockRate());
    assertTrue(stream.bitRate().isEmpty() && stream.meanDeltaMillis().isEmpty());
  }

  @Test
  void randomDatagramsAreNoStreamsAndTakeNoMoreThanTheirRoom() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    MeasuredCapture measured =
        measure(
                Announcements.NONE,
                writer -> {
                  for (int i = 0; i < 40_000; i++) {
                    byte[] octets = new byte[40];
                    random.nextBytes(octets);
                    octets[0] = (byte) 0x80;
                    octets[1] &= 0x3f;
                    writer.datagram(Heading.SENT, HERE, THERE, Octets.of(octets));
                    now += 20_000_000L;
                  }
                  for (int i = 0; i < 100; i++) {
                    send(writer, 0, 42, i);
                  }
                })
            .values(Announcements.NONE);
    assertEquals(1, measured.streams().size(), "the one stream, after all that");
    assertEquals(100, measured.streams().getFirst().figures().packets());
    assertEquals(0, measured.untracked(), "what is old and slight makes room");
  }

  @Test
  void moreStreamsThanCanBeFollowedAreCounted() throws IOException {
    MeasuredCapture measured =
        measure(
                Announcements.NONE,
                writer -> {
                  for (int round = 0; round < 4; round++) {
                    for (int i = 0; i < 17_000; i++) {
                      send(writer, 0, i, round);
                      now -= 20_000_000L;
                    }
                    now += 20_000_000L;
                  }
                })
            .values(Announcements.NONE);
    assertEquals(16_384, measured.streams().size());
    assertEquals(4 * (17_000 - 16_384), measured.untracked());
  }

  @Test
  void aLongStreamHasNoMoreIntervalsThanAShortOne() throws IOException {
    MeasuredStream stream =
        measure(
                Announcements.NONE,
                writer -> {
                  for (int i = 0; i < 5_000; i++) {
                    if (i % 100 != 50) {
                      send(writer, 0, 1, i);
                    }
                    now += 980_000_000L;
                  }
                })
            .values(Announcements.NONE)
            .streams()
            .getFirst();
    assertEquals(8, stream.intervalSeconds());
    assertTrue(stream.intervals().size() > 512 && stream.intervals().size() <= 1_024);
    assertEquals(4_950, stream.intervals().stream().mapToLong(Interval::packets).sum());
    assertEquals(50, stream.intervals().stream().mapToLong(Interval::lost).sum());
    assertEquals(
        stream.networkOctets(),
        stream.intervals().stream().mapToLong(Interval::networkOctets).sum());
  }

  @Test
  void aClockThatIsLearntLaterIsNoticed() throws IOException {
    Traffic traffic =
        writer -> {
          for (int i = 0; i < 10; i++) {
            send(writer, 101, 1, i);
          }
        };
    Announcements known =
        new Announcements(
            List.of(new AnnouncedMedia(0, THERE, List.of(new Format(101, "opus", 48_000)))));
    Measurement without = measure(Announcements.NONE, traffic);
    assertTrue(without.timedOtherwiseBy(known));
    assertTrue(without.values(known).streams().getFirst().figures().jitter().isEmpty());
    Measurement with = measure(known, traffic);
    assertFalse(with.timedOtherwiseBy(known));
    assertTrue(with.values(known).streams().getFirst().figures().jitter().isPresent());
  }
}
