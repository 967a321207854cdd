package parley.core.media.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.media.codec.AudioCodec;
import parley.core.media.codec.AudioDecoder;
import parley.core.media.codec.CodecUnavailable;
import parley.core.media.codec.DecodedPicture;
import parley.core.media.codec.VideoDecoder;
import parley.core.media.rtcp.Goodbye;
import parley.core.media.rtcp.SenderReport;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.signal.TestPicture;
import parley.core.media.signal.TestPictureReader;
import parley.core.media.video.AccessUnit;
import parley.core.media.video.NalUnit;
import parley.core.media.video.PayloadStructure;
import parley.core.media.video.SequenceParameterSet;

class LoopbackCallTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @BeforeAll
  static void loadCodecs() throws CodecUnavailable {
    MediaPlane.warmUp();
  }

  private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it did not come in time");
      Thread.sleep(5);
    }
  }

  private static Loopback call(MediaBehaviour theirs) throws Exception {
    return new Loopback(theirs, AudioCodec.PCMU, Loopback.H264);
  }

  private static List<TestPicture.Stamp> stamps(List<AccessUnit> units) throws CodecUnavailable {
    List<DecodedPicture> pictures = new ArrayList<>();
    try (VideoDecoder decoder = VideoDecoder.open()) {
      units.forEach(unit -> pictures.addAll(decoder.decode(unit.nals(), unit.timestamp())));
      pictures.addAll(decoder.flush());
    }
    return pictures.stream()
        .map(picture -> TestPictureReader.read(picture.picture()))
        .flatMap(Optional::stream)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void bringsEveryPictureAcrossInBothModes(String mode) throws Exception {
    try (Loopback call =
        new Loopback(
            MediaBehaviour.CORRECT,
            AudioCodec.PCMU,
            Loopback.H264.with("packetization-mode", mode))) {
      call.agree(MediaDirection.SENDRECV);
      assertTrue(call.ours.awaitMedia(MediaKind.VIDEO, 100, PATIENCE));
      assertTrue(call.theirs.awaitMedia(MediaKind.VIDEO, 1, PATIENCE));
      call.ours.close();
      call.theirs.close();
      List<RtpPacket> packets = call.received(call.theirs.address(MediaKind.VIDEO));
      assertTrue(packets.stream().allMatch(packet -> packet.payloadType() == 97));
      List<AccessUnit> units = Loopback.units(packets);
      List<TestPicture.Stamp> stamps = stamps(units);
      assertEquals(units.size(), stamps.size());
      for (int i = 0; i < stamps.size(); i++) {
        assertEquals(i, stamps.get(i).frame());
      }
      boolean fragments =
          packets.stream()
              .anyMatch(p -> PayloadStructure.of(p.payload()) != PayloadStructure.SINGLE);
      assertEquals(mode.equals("1"), fragments);
      assertEquals(List.of(), call.ours.problems());
    }
  }

  @ParameterizedTest
  @EnumSource(AudioCodec.class)
  void bringsSpeechAcrossInEveryCodec(AudioCodec codec) throws Exception {
    try (Loopback call = new Loopback(MediaBehaviour.CORRECT, codec, Loopback.H264)) {
      call.agree(MediaDirection.SENDRECV);
      assertTrue(call.ours.awaitMedia(MediaKind.AUDIO, 60, PATIENCE));
      List<RtpPacket> packets = call.received(call.ours.address(MediaKind.AUDIO));
      assertTrue(packets.getFirst().marker());
      double power = 0;
      try (AudioDecoder decoder = AudioDecoder.open(codec)) {
        for (int i = 0; i < packets.size(); i++) {
          if (i > 0) {
            assertEquals(1, packets.get(i).sequence().since(packets.get(i - 1).sequence()));
            assertEquals(
                codec.ticksPerPacket(),
                (packets.get(i).timestamp() - packets.get(i - 1).timestamp()) & 0xffff_ffffL);
          }
          for (short sample : decoder.decode(packets.get(i).payload())) {
            power += (double) sample * sample;
          }
        }
        assertEquals(0, decoder.errors());
      }
      double level = Math.sqrt(power / packets.size() / codec.samplesPerPacket());
      assertTrue(level > 300 && level < 4000, "level " + level);
    }
  }

  @Test
  void answersAnIntraRequestWithAnIdrPictureWithinHalfASecond() throws Exception {
    try (Loopback call = call(MediaBehaviour.CORRECT)) {
      call.agree(MediaDirection.SENDRECV);
      assertTrue(call.ours.awaitMedia(MediaKind.VIDEO, 40, PATIENCE));
      long best = Long.MAX_VALUE;
      int attempts = 0;
      // A machine under load may be slow once; a sender that waits for its next group is so always.
      while (best >= 500_000_000L && attempts < 3) {
        attempts++;
        int before = call.received(call.ours.address(MediaKind.VIDEO)).size();
        long asked = System.nanoTime();
        assertTrue(call.ours.requestIntra(MediaKind.VIDEO));
        assertTrue(idrAfter(call, before, PATIENCE));
        best = Math.min(best, System.nanoTime() - asked);
      }
      assertTrue(best < 500_000_000L, "after " + best / 1_000_000 + " ms");
      assertEquals(2L * attempts, call.theirs.intraRequestsReceived(MediaKind.VIDEO));
    }
  }

  private static boolean idrAfter(Loopback call, int packetsBefore, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      List<RtpPacket> packets = call.received(call.ours.address(MediaKind.VIDEO));
      if (Loopback.units(packets.subList(packetsBefore, packets.size())).stream()
          .anyMatch(AccessUnit::hasIdr)) {
        return true;
      }
      Thread.sleep(5);
    }
    return false;
  }

  @Test
  void ignoresIntraRequestsWhenItIsToBeBroken() throws Exception {
    try (Loopback call = call(MediaBehaviour.builder().ignoreIntraRequests().build())) {
      call.agree(MediaDirection.SENDRECV);
      assertTrue(call.ours.awaitMedia(MediaKind.VIDEO, 40, PATIENCE));
      int before = call.received(call.ours.address(MediaKind.VIDEO)).size();
      assertTrue(call.ours.requestIntra(MediaKind.VIDEO));
      assertEquals(false, idrAfter(call, before, Duration.ofMillis(600)));
    }
  }

  @Test
  void isSilentWhileHeldAndGoesOnAfterwards() throws Exception {
    try (Loopback call = call(MediaBehaviour.CORRECT)) {
      call.agree(MediaDirection.SENDRECV);
      assertTrue(call.ours.awaitMedia(MediaKind.VIDEO, 20, PATIENCE));
      call.agree(MediaDirection.SENDONLY);
      long held = call.theirs.sent(MediaKind.AUDIO).packets();
      waitUntil(() -> call.ours.received(MediaKind.AUDIO).packets() == held);
      assertTrue(call.theirs.awaitMedia(MediaKind.AUDIO, 10, PATIENCE));
      assertEquals(held, call.ours.received(MediaKind.AUDIO).packets());
      call.agree(MediaDirection.SENDRECV);
      assertTrue(call.ours.awaitMedia(MediaKind.AUDIO, 10, PATIENCE));
      assertTrue(call.ours.awaitMedia(MediaKind.VIDEO, 10, PATIENCE));
      List<RtpPacket> packets = call.received(call.ours.address(MediaKind.AUDIO));
      assertEquals(1, packets.stream().map(RtpPacket::ssrc).distinct().count());
      RtpPacket resumed = packets.get((int) held);
      assertEquals(1, resumed.sequence().since(packets.get((int) held - 1).sequence()));
      assertTrue(resumed.marker());
    }
  }

  @Test
  void reportsWhatItSentAndReceivedAndSaysGoodbye() throws Exception {
    try (Loopback call = call(MediaBehaviour.CORRECT)) {
      call.agree(MediaDirection.SENDRECV);
      assertTrue(call.ours.awaitMedia(MediaKind.AUDIO, 75, PATIENCE));
      call.theirs.close();
      waitUntil(
          () ->
              call.receivedRtcp(call.ours.rtcpAddress(MediaKind.AUDIO)).stream()
                  .anyMatch(Goodbye.class::isInstance));
      List<SenderReport> reports =
          call.receivedRtcp(call.ours.rtcpAddress(MediaKind.AUDIO)).stream()
              .filter(SenderReport.class::isInstance)
              .map(SenderReport.class::cast)
              .toList();
      assertTrue(reports.size() >= 3);
      SenderReport last = reports.getLast();
      List<RtpPacket> packets = call.received(call.ours.address(MediaKind.AUDIO));
      assertEquals(packets.size(), last.packetCount());
      assertEquals(160L * packets.size(), last.octetCount());
      assertEquals(1, last.reports().size());
      assertEquals(0, last.reports().getFirst().cumulativeLost());
      assertTrue(last.reports().getFirst().jitter() < 4000, "half a second");
      assertTrue(reports.get(1).reports().getFirst().lastSenderReport() != 0);
    }
  }

  @Test
  void keepsToTheLevelUnlessItIsToBeBroken() throws Exception {
    for (boolean broken : new boolean[] {false, true}) {
      MediaBehaviour behaviour =
          broken
              ? MediaBehaviour.builder()
                  .ignoreLevel(MediaSettings.standard().video())
                  .sendNothing(java.util.Set.of(MediaKind.AUDIO))
                  .build()
              : MediaBehaviour.CORRECT;
      try (Loopback call =
          new Loopback(
              behaviour, AudioCodec.PCMU, Loopback.H264.with("profile-level-id", "42e00d"))) {
        call.agree(MediaDirection.SENDRECV);
        assertTrue(call.ours.awaitMedia(MediaKind.VIDEO, 10, PATIENCE));
        SequenceParameterSet set =
            Loopback.units(call.received(call.ours.address(MediaKind.VIDEO))).stream()
                .flatMap(unit -> unit.nals().stream())
                .filter(nal -> nal.type() == NalUnit.SEQUENCE_PARAMETER_SET)
                .findFirst()
                .flatMap(nal -> SequenceParameterSet.parse(nal).value())
                .orElseThrow();
        assertEquals(broken, set.levelIdc() > 13);
        assertEquals(broken, set.macroblocksPerFrame() > 396);
        assertEquals(broken, call.ours.received(MediaKind.AUDIO).packets() == 0);
      }
    }
  }
}
