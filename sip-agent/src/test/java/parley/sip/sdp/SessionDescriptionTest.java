package parley.sip.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.core.call.Format;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.wire.Octets;

/** Reading and writing session descriptions. */
class SessionDescriptionTest {
  private final SessionDescription room = SessionDescription.read(SdpText.ROOM);

  @Test
  void writesACanonicalTextBackOctetForOctet() {
    assertEquals(List.of(), room.problems());
    assertEquals(Octets.ofText(SdpText.ROOM, StandardCharsets.UTF_8), room.write());
  }

  @Test
  void readsWhatALineSays() {
    SdpMedia video = room.media().get(1);
    assertEquals("video", video.media());
    assertEquals(2364, video.port());
    assertEquals("RTP/AVP", video.protocol());
    assertEquals(List.of("97", "126", "99"), video.formats());
    assertEquals(new RtpMap(97, "H264", 90000, 1), video.rtpMap(97).orElseThrow());
    assertEquals("428016", video.formatParameters("126").get("profile-level-id"));
    assertEquals(List.of("nack pli", "ccm fir"), video.feedback("97"));
    assertEquals(List.of("nack pli"), video.feedback("126"));
    assertEquals("11", video.label().orElse(""));
    assertEquals(List.of("main"), video.content());
    assertEquals(2400, video.rtcpPort());
    assertEquals(Map.of("TIAS", 128000), room.media().getFirst().bandwidth());
    assertEquals("192.0.2.21", room.connection(room.media().get(3)).orElse(""));
  }

  @Test
  void becomesCoresWordsWithUnknownThingsKept() {
    MediaDescription media = NeutralMedia.of(room);
    assertEquals(
        List.of(
            MediaKind.AUDIO, MediaKind.VIDEO, MediaKind.OTHER, MediaKind.CONTENT, MediaKind.OTHER),
        media.lines().stream().map(line -> line.kind()).toList());
    List<Format> audio = media.lines().getFirst().formats();
    assertEquals(
        List.of("opus", "SIRENLPR", "G722", "PCMU", "telephone-event", NeutralMedia.UNNAMED),
        audio.stream().map(Format::codec).toList());
    assertEquals(8000, audio.get(2).clockRate());
    assertEquals("", audio.get(4).parameter("0-15").orElse("none"));
    assertEquals(2400, media.lines().get(1).rtcp().getPort());
    assertEquals(MediaDirection.RECVONLY, media.lines().get(3).direction());
    assertTrue(media.lines().get(4).refused());
  }

  @Test
  void holdsTheOldWay() {
    String held = SdpText.ROOM.replace("c=IN IP4 192.0.2.20", "c=IN IP4 0.0.0.0");
    assertEquals(
        MediaDirection.SENDONLY,
        NeutralMedia.of(SessionDescription.read(held)).lines().getFirst().direction());
  }

  @Test
  void listsProblemsAndKeepsTheRest() {
    SessionDescription bad =
        SessionDescription.read("v=0\nnonsense\nm=audio x RTP/AVP\na=rtpmap:zz\nq=1\n");
    assertEquals(4, bad.lines().size());
    String problems = bad.problems().toString();
    for (String part :
        List.of(
            "line 2", "no port", "no format", "rtpmap", "unknown type 'q'", "carriage", "no o=")) {
      assertTrue(problems.contains(part), part + " in " + problems);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void neverThrowsOnDamagedText(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 300; round++) {
      byte[] bytes = SdpText.ROOM.getBytes(StandardCharsets.UTF_8);
      for (int i = random.nextInt(1, 30); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      SessionDescription read = SessionDescription.read(Octets.of(bytes));
      assertNotNull(NeutralMedia.of(read).lines());
      assertNotNull(OfferAnswer.violations(read, room));
      read.media().forEach(media -> assertNotNull(media.feedback("97") + " " + media.bandwidth()));
    }
  }

  @Test
  void keepsDescriptionsOfRealDevices() throws Exception {
    Path folder = Path.of(System.getProperty("parley.root", "."), "..", "shared", "samples", "sdp");
    Assumptions.assumeTrue(Files.isDirectory(folder), "no device samples here");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String text = Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
        String sdp = text.substring(text.indexOf("v=0\n")).replace("\n", "\r\n");
        SessionDescription read = SessionDescription.read(sdp);
        assertEquals(sdp, read.text(), file.toString());
        assertFalse(read.media().isEmpty(), file.toString());
        assertEquals(List.of(), read.problems(), file.toString());
        assertFalse(NeutralMedia.of(read).lines().getFirst().formats().isEmpty());
      }
    }
  }
}
