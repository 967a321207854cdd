package parley.lab.court;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.core.call.MediaKind;
import parley.core.call.ProtectionPolicy;
import parley.core.judge.Verdict;
import parley.core.media.live.MediaPlane;
import parley.core.media.signal.TestPicture.Stamp;
import parley.core.media.video.AnnexB;
import parley.core.media.video.NalUnit;
import parley.core.record.Heading;
import parley.core.record.LabNote;
import parley.core.suite.CallView;
import parley.core.suite.DecodedVideo;
import parley.core.suite.H264View;
import parley.core.suite.MediaFlow;
import parley.lab.peers.Peers;
import parley.lab.peers.Program;

/**
 * A hearing over H.323 between two instances of ours: people at 720p, content that passes from one
 * side to the other (H.239), and all of it encrypted (H.235.6); judged from its record.
 */
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourtCallTest {
  private static final String CIPHER = "H.235.6/AES128-CBC";
  private static final int FIRST_CONTENT = 8_000_000;
  private static final List<MediaKind> KINDS =
      List.of(MediaKind.AUDIO, MediaKind.VIDEO, MediaKind.CONTENT);

  private @Nullable CourtRun held;
  private @Nullable Path folder;

  @BeforeAll
  void hold(@TempDir Path given) throws Exception {
    folder = given;
    MediaPlane.warmUp();
    held =
        CourtRun.of(
            "CONTENT-PROTECTED.1",
            ProtectionPolicy.REQUIRED,
            ProtectionPolicy.WHEN_POSSIBLE,
            given);
  }

  private CourtRun run() {
    return java.util.Objects.requireNonNull(held);
  }

  private Path folder() {
    return java.util.Objects.requireNonNull(folder);
  }

  private CallView call() {
    return run().record().firstOutgoing();
  }

  @Test
  void theHearingPasses() {
    assertEquals(Verdict.PASS, run().result().judgement().verdict(), run()::story);
  }

  @Test
  void theRecordGivesTheSameVerdictsAgainOctetByOctet() {
    assertEquals(run().verdicts(), run().replayed());
  }

  @Test
  void everyMediaPacketOfBothSidesIsEncrypted() {
    assertEquals(List.of(), call().unreadable());
    for (MediaKind kind : KINDS) {
      for (Heading heading : Heading.values()) {
        List<MediaFlow.Arrival> packets = call().packets(kind, heading);
        assertTrue(packets.size() > 10, kind + " " + heading + ": " + packets.size());
        for (MediaFlow.Arrival packet : packets) {
          assertEquals(Optional.of(CIPHER), packet.protection(), kind + " " + heading);
        }
      }
    }
  }

  @Test
  void bothSidesShowPeopleAt720pAndContentWithNumbersOfItsOwn() throws Exception {
    for (Heading heading : Heading.values()) {
      List<Integer> people = numbers(MediaKind.VIDEO, heading);
      List<Integer> content = numbers(MediaKind.CONTENT, heading);
      assertTrue(people.size() > 40, heading + ": " + people.size() + " of people");
      assertTrue(content.size() > 8, heading + ": " + content.size() + " of content");
      assertTrue(people.getLast() < FIRST_CONTENT);
      assertEquals(FIRST_CONTENT, content.getFirst());
    }
  }

  /** The numbers in the pictures, which have to count up without a gap. */
  private List<Integer> numbers(MediaKind kind, Heading heading) throws Exception {
    DecodedVideo decoded = DecodedVideo.of(H264View.of(call(), kind, heading));
    assertEquals(0, decoded.errors());
    List<Integer> numbers = new ArrayList<>();
    for (DecodedVideo.Shown shown : decoded.pictures()) {
      assertEquals("1280x720", shown.width() + "x" + shown.height());
      assertFalse(shown.damaged());
      numbers.add(shown.stamp().map(Stamp::frame).orElseThrow());
    }
    for (int i = 1; i < numbers.size(); i++) {
      assertEquals(numbers.get(i - 1) + 1, numbers.get(i), kind + " " + heading);
    }
    return numbers;
  }

  @Test
  void contentIsOneSidesAtATime() {
    long oursLast = call().packets(MediaKind.CONTENT, Heading.SENT).getLast().timeNanos();
    long theirsFirst = call().packets(MediaKind.CONTENT, Heading.RECEIVED).getFirst().timeNanos();
    assertTrue(oursLast - theirsFirst < 1_000_000_000L, "ours goes on into theirs");
  }

  @Test
  void eachChannelHasAKeyOfItsOwn() {
    List<String> keys =
        run().record().notes(LabNote.MediaKey.class).stream()
            .filter(note -> !note.algorithm().equals(LabNote.MediaKey.CLEAR))
            .map(LabNote.MediaKey::key)
            .toList();
    assertEquals(6, keys.size());
    assertEquals(6, new TreeSet<>(keys).size());
  }

  @Test
  void tsharkReadsAllSignallingWithoutAMalformedMark() throws Exception {
    Peers.require("tshark");
    assertEquals(
        "",
        Program.output(
            "tshark",
            "-n",
            "-r",
            run().capture().toString(),
            "-Y",
            "(_ws.malformed || _ws.expert.severity == error) && !rtp"));
    assertTrue(fields("h245", "frame.number").count() > 20);
  }

  @Test
  void tsharkSeesMediaUnderThePayloadTypesOfTheKeys() throws Exception {
    Peers.require("tshark");
    // As H.245 has it: the payload type in the synchFlag of each key.
    Set<String> negotiated =
        fields("h245.encryptionSync_element", "h245.synchFlag").collect(Collectors.toSet());
    // The first of a frame: what is encrypted may look like anything, RTP in RTP too.
    Set<String> used =
        fields("rtp", "rtp.p_type", "-E", "occurrence=f").collect(Collectors.toSet());
    assertEquals(negotiated, used);
  }

  private Stream<String> fields(String filter, String field, String... options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("tshark", "-n", "-r", run().capture().toString(), "-Y", filter));
    command.addAll(List.of(options));
    command.addAll(List.of("-T", "fields", "-e", field));
    return Program.output(command.toArray(String[]::new))
        .lines()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .filter(text -> !text.isBlank());
  }

  @Test
  void ffprobeReadsWhatTheKeysOfTheRecordOpen() throws Exception {
    Peers.require("ffprobe");
    for (MediaKind kind : List.of(MediaKind.VIDEO, MediaKind.CONTENT)) {
      for (Heading heading : Heading.values()) {
        H264View view = H264View.of(call(), kind, heading);
        List<NalUnit> nals =
            view.units().stream().flatMap(unit -> unit.completeNals().stream()).toList();
        Path file = folder().resolve(kind + "-" + heading + ".264");
        Files.write(file, AnnexB.join(nals).toArray());
        assertEquals(
            "h264,1280,720," + view.units().size(),
            Program.output(
                    "ffprobe",
                    "-v",
                    "error",
                    "-count_frames",
                    "-show_entries",
                    "stream=codec_name,width,height,nb_read_frames",
                    "-of",
                    "csv=p=0",
                    file.toString())
                .strip());
      }
    }
  }

  @Test
  void aPeerWithoutEncryptionEndsACallThatRequiresIt() throws Exception {
    CourtRun run =
        CourtRun.of(
            "CALL-RELEASE-BY-PEER.1", ProtectionPolicy.REQUIRED, ProtectionPolicy.NONE, folder());
    assertEquals(
        List.of("encryption is required, and the called side gave no half key we can use"),
        run.record().notes(LabNote.Difficulty.class).stream()
            .map(LabNote.Difficulty::what)
            .toList());
    assertEquals(List.of(), run.record().firstOutgoing().flows());
  }

  @Test
  void aPeerThatRequiresEncryptionRefusesACallWithoutIt() throws Exception {
    CourtRun run =
        CourtRun.of(
            "CALL-RELEASE-BY-PEER.1", ProtectionPolicy.NONE, ProtectionPolicy.REQUIRED, folder());
    assertEquals(Verdict.FAIL, run.result().judgement().verdict(), run::story);
    assertTrue(run.story().contains("SecurityDenied"), run::story);
  }

  @Test
  void whereOneSideCannotEncryptACallThatNeedNotBeGoesOnInClear() throws Exception {
    CourtRun run =
        CourtRun.of(
            "CALL-RELEASE-BY-PEER.1",
            ProtectionPolicy.WHEN_POSSIBLE,
            ProtectionPolicy.NONE,
            folder());
    assertEquals(Verdict.PASS, run.result().judgement().verdict(), run::story);
    assertTrue(
        run.record().firstOutgoing().received(MediaKind.AUDIO).stream()
            .allMatch(packet -> packet.protection().isEmpty()));
  }
}
