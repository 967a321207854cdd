package parley.h323.capability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import parley.core.call.Format;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.core.media.video.H264Limits;
import parley.core.wire.Octets;
import parley.h323.capability.CapabilityTable.Descriptor;
import parley.h323.h245.AudioCapability;
import parley.h323.h245.Capability;
import parley.h323.h245.CapabilityTableEntry;
import parley.h323.h245.MultimediaSystemControlMessage;
import parley.h323.h245.RequestMessage;
import parley.h323.h245.TerminalCapabilitySet;
import parley.h323.per.PerDecoder;
import parley.h323.per.PerLimits;

/** Capability tables (H.245 clause 7.2). */
class CapabilityTableTest {
  private static final CapabilityFormats FORMATS = CapabilityFormats.standard();

  private static CapabilityTable table(List<List<Integer>> sets) {
    Capability any = new Capability.ReceiveAudioCapability(new AudioCapability.G711Ulaw64k(20));
    return new CapabilityTable(
        Map.of(1, any, 2, any, 3, any, 4, any), List.of(new Descriptor(0, sets)), Optional.empty());
  }

  @Test
  void entriesOfDifferentSetsGoTogetherAndThoseOfOneDoNot() {
    CapabilityTable table = table(List.of(List.of(1, 2), List.of(3)));
    assertTrue(table.together(List.of(1, 3)));
    assertTrue(table.together(List.of(2)));
    assertFalse(table.together(List.of(1, 2)));
    assertFalse(table.together(List.of(4)));
  }

  @Test
  void oneEntryMayStandInTwoSetsAndBeUsedTwice() {
    CapabilityTable table = table(List.of(List.of(1, 2), List.of(2, 3)));
    assertTrue(table.together(List.of(2, 2)));
    assertTrue(table.together(List.of(2, 1)));
    assertTrue(table.together(List.of(3, 2)));
    assertFalse(table.together(List.of(2, 2, 2)));
  }

  @Test
  void aFurtherSetChangesWhatItNames() {
    CapabilityTable before = table(List.of(List.of(1, 2)));
    Capability g722 = new Capability.ReceiveAudioCapability(new AudioCapability.G72264k(20));
    CapabilityTable after =
        before.updatedBy(
            TerminalCapabilitySet.with()
                .sequenceNumber(2)
                .protocolIdentifier(Identifiers.H245)
                .capabilityTable(
                    List.of(
                        new CapabilityTableEntry(1, Optional.empty()),
                        new CapabilityTableEntry(2, Optional.of(g722))))
                .build());
    assertEquals(Set.of(2, 3, 4), after.entries().keySet());
    assertEquals(Optional.of(g722), Optional.ofNullable(after.entries().get(2)));
    assertEquals(Set.of(1), after.undefined());
    assertTrue(after.updatedBy(CapabilityTable.EMPTY.message(3)).isEmpty());
  }

  @Test
  void aTableIsTheSameOnTheOtherSide() {
    MediaDescription media =
        new MediaDescription(
            List.of(
                line(MediaKind.AUDIO, new Format(8, "PCMA", 8_000), new Format(9, "G722", 8_000)),
                line(MediaKind.VIDEO, h264(97, "1"), h264(96, "0")),
                line(MediaKind.CONTENT, h264(98, "0")),
                line(MediaKind.OTHER, new Format(100, "H224", 4_800))));
    CapabilityTable ours =
        OwnCapabilities.of(
            media,
            TerminalFeatures.plain().withContent().withEncryption(List.of(Identifiers.AES_128_CBC)),
            FORMATS);
    TerminalCapabilitySet sent = ours.message(1);
    CapabilityTable theirs =
        CapabilityTable.of(
            TerminalCapabilitySet.of(
                new PerDecoder(PerLimits.USUAL)
                    .decode(TerminalCapabilitySet.TYPE, sent.encode())
                    .complete()
                    .orElseThrow()));
    assertEquals(sent.encode(), theirs.message(1).encode());
    assertEquals(
        List.of("PCMA", "G722"),
        theirs.receivable(MediaKind.AUDIO, FORMATS).stream()
            .map(each -> each.format().codec())
            .toList());
    // One capability in two packetization modes.
    assertEquals(
        List.of("1", "0"),
        theirs.receivable(MediaKind.VIDEO, FORMATS).stream()
            .map(each -> each.format().parameter("packetization-mode").orElseThrow())
            .toList());
    int video = theirs.receivable(MediaKind.VIDEO, FORMATS).getFirst().entry();
    int content = theirs.receivable(MediaKind.CONTENT, FORMATS).getFirst().entry();
    assertTrue(theirs.together(List.of(1, video, content)));
    assertEquals(List.of(Identifiers.AES_128_CBC), theirs.encryption(video));
    assertTrue(theirs.hasContentControl());
    assertEquals(1, theirs.receivable(MediaKind.OTHER, FORMATS).size());
  }

  @Test
  void nothingToReceiveIsAnEmptyTable() {
    MediaDescription media =
        new MediaDescription(
            List.of(
                line(MediaKind.AUDIO, new Format(8, "PCMA", 8_000))
                    .withDirection(MediaDirection.SENDONLY)));
    assertEquals(
        CapabilityTable.EMPTY, OwnCapabilities.of(media, TerminalFeatures.plain(), FORMATS));
  }

  @Test
  void aRecordedTableIsReadInItsOrderAndWrittenAsItWas() {
    TerminalCapabilitySet recorded = recorded();
    CapabilityTable table = CapabilityTable.of(recorded);
    assertEquals(33, table.entries().size());
    List<CapabilityTable.Receivable> audio = table.receivable(MediaKind.AUDIO, FORMATS);
    assertEquals(26, audio.size());
    assertEquals(
        List.of(
            "PCMA/8000", "PCMU/8000", "G722/8000", "G7221/16000", "G7221/16000", "G726-16/8000"),
        audio.stream().limit(6).map(each -> each.format().label()).toList());
    Format video = table.receivable(MediaKind.VIDEO, FORMATS).getFirst().format();
    H264Limits limits = H264Limits.of(video);
    assertTrue(limits.allow(1_280, 720, 30));
    assertFalse(limits.allow(1_920, 1_088, 60));
    assertEquals(Optional.of("0"), video.parameter("packetization-mode"));
    assertEquals(1, table.receivable(MediaKind.CONTENT, FORMATS).size());
    assertTrue(table.hasContentControl());
    assertEquals(recorded.encode(), table.message(1).encode());
  }

  private static TerminalCapabilitySet recorded() {
    String path = "/parley/h323/control/dialogues/simph_720p_h239.txt";
    try (InputStream in = CapabilityTableTest.class.getResourceAsStream(path)) {
      Assertions.assertNotNull(in, path);
      String first =
          new String(in.readAllBytes(), StandardCharsets.US_ASCII)
              .lines()
              .findFirst()
              .orElseThrow();
      MultimediaSystemControlMessage message =
          MultimediaSystemControlMessage.of(
              new PerDecoder(PerLimits.USUAL)
                  .decode(MultimediaSystemControlMessage.TYPE, Octets.ofHex(first.substring(2)))
                  .complete()
                  .orElseThrow());
      if (message
          instanceof
          MultimediaSystemControlMessage.Request(RequestMessage.TerminalCapabilitySet(var set))) {
        return set;
      }
      throw new AssertionError("the call does not begin with a capability set");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static MediaLine line(MediaKind kind, Format... formats) {
    return new MediaLine(
        kind,
        new InetSocketAddress("192.0.2.1", 5_000),
        new InetSocketAddress("192.0.2.1", 5_001),
        MediaDirection.SENDRECV,
        List.of(formats));
  }

  private static Format h264(int payloadType, String mode) {
    return new Format(payloadType, "H264", 90_000)
        .with("profile-level-id", "42e01f")
        .with("packetization-mode", mode);
  }
}
