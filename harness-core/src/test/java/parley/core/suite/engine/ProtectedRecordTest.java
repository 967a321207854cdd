package parley.core.suite.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaProtection;
import parley.core.media.codec.AudioCodec;
import parley.core.media.live.CallMedia;
import parley.core.media.live.MediaBehaviour;
import parley.core.media.live.MediaPlane;
import parley.core.media.live.MediaSettings;
import parley.core.media.protection.ExclusiveOr;
import parley.core.media.rtcp.SenderReport;
import parley.core.plan.Plan;
import parley.core.plan.PortRange;
import parley.core.record.CaptureReader;
import parley.core.record.CaptureWriter;
import parley.core.record.Heading;
import parley.core.record.LabNote;
import parley.core.record.Packet;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.MediaFlow;
import parley.core.transcript.CallEvent;
import parley.core.transcript.CallTranscript;
import parley.core.transcript.Transcript;
import parley.core.wire.Octets;

/** Media that is protected on the wire is judged from the record as if it were not. */
class ProtectedRecordTest {
  private static final Octets OUR_KEY = Octets.ofHex("5a");
  private static final Octets THEIR_KEY = Octets.ofHex("a5");

  @TempDir Path folder;

  @Test
  void isCarriedAndReadAgainFromTheRecordWithItsKeys() throws Exception {
    Recorded recorded = exercise(protection(OUR_KEY), protection(THEIR_KEY), behave());
    CallView view = recorded.view(recorded.packets);
    for (Heading heading : Heading.values()) {
      MediaFlow flow = view.flow(MediaKind.AUDIO, heading).orElseThrow();
      assertTrue(flow.packets().size() >= 20);
      for (MediaFlow.Arrival arrival : flow.packets()) {
        assertEquals(Optional.of(ExclusiveOr.NAME), arrival.protection());
        Octets onTheWire = recorded.payload(arrival.number()).from(12);
        int key = (heading == Heading.SENT ? OUR_KEY : THEIR_KEY).u8(0);
        assertEquals(onTheWire.u8(80) ^ key, arrival.rtp().payload().u8(80));
      }
      assertFalse(view.reports(SenderReport.class, heading).isEmpty());
    }
    assertEquals(List.of(), view.unreadable());
    assertTrue(recorded.theirs > 20, "the other side could read it live");
  }

  @Test
  void theKeyStandsBeforeThePacketsItReads() throws Exception {
    Recorded recorded = exercise(protection(OUR_KEY), protection(THEIR_KEY), behave());
    assertTrue(recorded.packets.get(0) instanceof Packet.Remark, "a key");
    assertTrue(recorded.packets.get(1) instanceof Packet.Remark, "and another");
    assertEquals(
        List.of("5a", "a5"),
        recorded.packets.stream()
            .filter(Packet.Remark.class::isInstance)
            .map(packet -> ((LabNote.MediaKey) ((Packet.Remark) packet).note()).key())
            .toList());
  }

  @Test
  void withoutItsKeysTheMediaIsNoise() throws Exception {
    Recorded recorded = exercise(protection(OUR_KEY), protection(THEIR_KEY), behave());
    List<Packet> packets =
        recorded.packets.stream().filter(packet -> !(packet instanceof Packet.Remark)).toList();
    CallView view = recorded.view(packets);
    MediaFlow.Arrival arrival =
        view.flow(MediaKind.AUDIO, Heading.SENT).orElseThrow().packets().getFirst();
    assertEquals(Optional.empty(), arrival.protection());
    assertEquals(recorded.payload(arrival.number()).from(12), arrival.rtp().payload());
  }

  @Test
  void aKeyThatDoesNotFitMakesPacketsUnreadableAndNotLost() throws Exception {
    Recorded recorded = exercise(Optional.empty(), protection(THEIR_KEY), behave());
    List<Packet> packets =
        recorded.packets.stream()
            .map(
                packet ->
                    packet instanceof Packet.Remark(long number, long nanos, LabNote.MediaKey key)
                        ? new Packet.Remark(
                            number,
                            nanos,
                            new LabNote.MediaKey(
                                key.host(),
                                key.port(),
                                key.heading(),
                                key.algorithm(),
                                "no hexadecimal",
                                Map.of()))
                        : packet)
            .toList();
    CallView view = recorded.view(packets);
    assertTrue(view.unreadable().size() >= 20);
    assertEquals("unfit key", view.unreadable().getFirst().problem());
    assertEquals(Heading.RECEIVED, view.unreadable().getFirst().heading());
    assertEquals(Optional.empty(), view.flow(MediaKind.AUDIO, Heading.RECEIVED));
  }

  @Test
  void oneThatSendsInClearAllTheSameIsHeardAsNoise() throws Exception {
    Recorded recorded =
        exercise(
            protection(OUR_KEY),
            protection(THEIR_KEY),
            MediaBehaviour.builder().sendInClear().build());
    MediaFlow.Arrival arrival =
        recorded
            .view(recorded.packets)
            .flow(MediaKind.AUDIO, Heading.RECEIVED)
            .orElseThrow()
            .packets()
            .getFirst();
    assertEquals(
        recorded.payload(arrival.number()).u8(92) ^ THEIR_KEY.u8(0),
        arrival.rtp().payload().u8(80));
  }

  @Test
  void anAlgorithmNobodyKnowsSendsNothingAndSaysSo() throws Exception {
    Recorded recorded =
        exercise(
            Optional.of(new MediaProtection("TEST/UNKNOWN", OUR_KEY)), Optional.empty(), behave());
    assertEquals(
        Optional.empty(), recorded.view(recorded.packets).flow(MediaKind.AUDIO, Heading.SENT));
    assertEquals(List.of("media is not sent: nobody here knows TEST/UNKNOWN"), recorded.problems);
  }

  private record Recorded(
      MediaAgreement agreement, List<Packet> packets, long theirs, List<String> problems) {
    CallView view(List<Packet> judged) {
      CallTranscript call =
          new CallTranscript(
              "call",
              Heading.SENT,
              Optional.empty(),
              List.of(new CallEvent.Agreed(0, 0, Heading.RECEIVED, agreement)));
      return CaseRecord.of(
              Plan.standard(), judged, new Transcript(List.of(call), List.of(), List.of(), 1))
          .firstOutgoing();
    }

    Octets payload(long number) {
      return packets.stream()
          .filter(packet -> packet.number() == number)
          .map(packet -> ((Packet.Datagram) packet).payload())
          .findFirst()
          .orElseThrow();
    }
  }

  private Recorded exercise(
      Optional<MediaProtection> ours, Optional<MediaProtection> theirs, MediaBehaviour behaviour)
      throws IOException, InterruptedException {
    InetAddress local = InetAddress.getLoopbackAddress();
    Path file = folder.resolve("record.pcapng");
    MediaSettings settings = MediaSettings.standard().withRtcpInterval(Duration.ofMillis(100));
    PortRange ports = new PortRange(41_000, 47_999);
    AtomicLong nanos = new AtomicLong();
    MediaAgreement agreement;
    long heard;
    List<String> problems;
    try (CaptureWriter writer = CaptureWriter.create(file, "Parley test", nanos::incrementAndGet);
        MediaPlane here = new MediaPlane(local, ports, new RecordedMedia(writer), settings);
        MediaPlane there = new MediaPlane(local, ports, (way, us, them, octets) -> {}, settings);
        CallMedia one = here.open(List.of(MediaKind.AUDIO));
        CallMedia other = there.open(List.of(MediaKind.AUDIO), behaviour)) {
      MediaDescription mine = describe(one, ours);
      MediaDescription yours = describe(other, theirs);
      agreement = new MediaAgreement(mine, yours, true);
      one.start(agreement);
      other.start(new MediaAgreement(yours, mine, false));
      Thread.sleep(700);
      heard = other.received(MediaKind.AUDIO).packets();
      problems = one.problems();
    }
    return new Recorded(agreement, CaptureReader.readAll(file), heard, problems);
  }

  private static MediaDescription describe(CallMedia side, Optional<MediaProtection> protection) {
    return new MediaDescription(
        List.of(
            side.describe(
                    MediaKind.AUDIO, MediaDirection.SENDRECV, List.of(AudioCodec.PCMU.format(0)))
                .withProtection(protection)));
  }

  private static Optional<MediaProtection> protection(Octets key) {
    return Optional.of(new MediaProtection(ExclusiveOr.NAME, key));
  }

  private static MediaBehaviour behave() {
    return MediaBehaviour.CORRECT;
  }
}
