package parley.h323.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaProtection;
import parley.core.call.ProtectionPolicy;
import parley.core.media.live.CallMedia;
import parley.core.media.live.MediaPlane;
import parley.core.plan.Plan;
import parley.core.plan.PortRange;
import parley.core.record.CaptureReader;
import parley.core.record.CaptureWriter;
import parley.core.record.Heading;
import parley.core.record.Packet;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DecodedVideo;
import parley.core.suite.H264View;
import parley.core.suite.MediaFlow;
import parley.core.suite.Offer;
import parley.core.suite.engine.RecordedMedia;
import parley.core.transcript.CallEvent;
import parley.core.transcript.CallTranscript;
import parley.core.transcript.Transcript;
import parley.core.wire.Octets;

/**
 * Voice and pictures under keys the master made for each channel: encrypted on the wire and in the
 * record, and judged from the record with the keys that stand in it.
 */
class EncryptedMediaTest {
  private static final int VOICE = 120;
  private static final int PICTURES = 96;
  private static final List<MediaKind> KINDS = List.of(MediaKind.AUDIO, MediaKind.VIDEO);

  @TempDir Path folder;
  private final MediaEncryption master = side(1);
  private final MediaEncryption slave = side(2);

  @Test
  void aCallIsEncryptedBothWaysAndDecodesFromItsRecord() throws Exception {
    master.readSetup(slave.tokensForSetup());
    slave.readConnect(master.tokensForConnect());
    Path file = folder.resolve("record.pcapng");
    MediaAgreement agreement = exercise(file);
    List<Packet> packets = CaptureReader.readAll(file);
    CallView view = view(agreement, packets);
    assertEquals(List.of(), view.unreadable());
    for (MediaKind kind : KINDS) {
      for (Heading heading : Heading.values()) {
        MediaFlow flow = view.flow(kind, heading).orElseThrow();
        assertTrue(flow.packets().size() > 20);
        for (MediaFlow.Arrival arrival : flow.packets()) {
          assertEquals(Optional.of("H.235.6/AES128-CBC"), arrival.protection());
          Octets wire = ((Packet.Datagram) packets.get((int) arrival.number() - 1)).payload();
          assertEquals(0, (wire.length() - 12) % 16, "whole blocks");
        }
      }
    }
    DecodedVideo video = DecodedVideo.of(H264View.of(view));
    assertTrue(video.pictures().size() > 15);
    assertEquals(0, video.errors());
    assertTrue(video.pictures().stream().allMatch(shown -> shown.stamp().isPresent()));
    assertEquals(video, DecodedVideo.of(H264View.of(view(agreement, packets))), "and again");
  }

  /** The side whose media goes into the record is the slave. */
  private MediaAgreement exercise(Path file) throws Exception {
    InetAddress local = InetAddress.getLoopbackAddress();
    PortRange ports = new PortRange(41_000, 47_999);
    try (CaptureWriter writer = CaptureWriter.create(file, "Parley test", System::nanoTime);
        MediaPlane here = new MediaPlane(local, ports, new RecordedMedia(writer));
        MediaPlane there = new MediaPlane(local, ports, (way, us, them, octets) -> {});
        CallMedia ours = here.open(KINDS);
        CallMedia theirs = there.open(KINDS)) {
      ChannelKey ourVoice = master.newKey(MediaCipher.AES_128, VOICE);
      ChannelKey ourPictures = master.newKey(MediaCipher.AES_128, PICTURES);
      ChannelKey theirVoice = master.newKey(MediaCipher.AES_128, VOICE);
      ChannelKey theirPictures = master.newKey(MediaCipher.AES_128, PICTURES);
      MediaAgreement asMasterSees =
          new MediaAgreement(
              describe(theirs, theirVoice.protection(), theirPictures.protection()),
              describe(ours, ourVoice.protection(), ourPictures.protection()),
              false);
      MediaAgreement asSlaveSees =
          new MediaAgreement(
              describe(ours, read(ourVoice), read(ourPictures)),
              describe(theirs, read(theirVoice), read(theirPictures)),
              true);
      assertEquals(asMasterSees.ours(), asSlaveSees.theirs());
      ours.start(asSlaveSees);
      theirs.start(asMasterSees);
      assertTrue(ours.awaitMedia(MediaKind.VIDEO, 80, Duration.ofSeconds(20)));
      assertEquals(List.of(), ours.problems());
      assertEquals(List.of(), theirs.problems());
      return asSlaveSees;
    }
  }

  private MediaProtection read(ChannelKey made) {
    return assertInstanceOf(
            ChannelKey.Reading.Read.class, slave.readKey(made.sync(), MediaCipher.AES_128))
        .key()
        .protection();
  }

  private static MediaDescription describe(
      CallMedia side, MediaProtection voice, MediaProtection pictures) {
    return new MediaDescription(
        List.of(
            side.describe(
                    MediaKind.AUDIO,
                    MediaDirection.SENDRECV,
                    List.of(new Format(VOICE, "PCMU", 8000)))
                .withProtection(Optional.of(voice)),
            side.describe(
                    MediaKind.VIDEO,
                    MediaDirection.SENDRECV,
                    List.of(Offer.h264(PICTURES, 1, Offer.BASELINE_3_1)))
                .withProtection(Optional.of(pictures))));
  }

  private static CallView view(MediaAgreement agreement, List<Packet> packets) {
    CallTranscript call =
        new CallTranscript(
            "call",
            Heading.SENT,
            Optional.empty(),
            List.of(new CallEvent.Agreed(0, 0, Heading.RECEIVED, agreement)));
    return CaseRecord.of(
            Plan.standard(), packets, new Transcript(List.of(call), List.of(), List.of(), 1))
        .firstOutgoing();
  }

  private static MediaEncryption side(int seed) {
    return new MediaEncryption(
        MediaEncryption.Settings.usual(ProtectionPolicy.REQUIRED), new Random(seed));
  }
}
