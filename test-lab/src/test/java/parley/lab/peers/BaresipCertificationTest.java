package parley.lab.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.core.call.MediaKind;
import parley.core.media.rtp.RtpStream;
import parley.core.media.video.AnnexB;
import parley.core.media.video.NalUnit;
import parley.core.record.Heading;
import parley.core.record.Packet;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DecodedVideo;
import parley.core.suite.H264View;
import parley.core.suite.MediaFlow;
import parley.core.suite.figures.MediaFigures;
import parley.lab.cli.CommandRun;

/**
 * All cases against an endpoint nobody here wrote; then other programs that nobody here wrote look
 * at what that run left.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(400)
class BaresipCertificationTest {
  private static final double TENTH_OF_A_MILLISECOND = 0.1;

  private static final String PREFLIGHT = "LAB-PREFLIGHT.1";

  /** Cases without an answered call. */
  private static final Set<String> WITHOUT_MEDIA =
      Set.of(PREFLIGHT, "REG-DIGEST.1", "CALL-OPTIONS.1", "CALL-CANCEL.1", "CALL-PRACK.1");

  private Path folder = Path.of("");
  private Optional<CertificationRun> finished = Optional.empty();
  private final Map<Path, CaseRecord> records = new HashMap<>();

  @BeforeAll
  void certify(@TempDir Path ownFolder) throws Exception {
    folder = ownFolder;
    finished = Optional.of(BaresipCertification.run(folder));
    records.putAll(run().records());
  }

  private CertificationRun run() {
    return finished.orElseThrow();
  }

  @Test
  void everyCaseComesToWhatIsKnownOfBaresip() throws Exception {
    ExpectedVerdicts expected = ExpectedVerdicts.of("baresip-1.0.0.expected.tsv");
    List<CertificationRun.Verdict> verdicts = run().verdicts();
    List<String> odd = expected.otherwise(verdicts);
    if (!odd.isEmpty()) {
      verdicts = onceMore(odd, verdicts);
    }
    assertEquals(
        "", String.join("\n", expected.differences(verdicts)), () -> run().command().toString());
    assertEquals(1, run().command().status(), () -> run().command().toString());
  }

  /**
   * Looks again at cases that came out otherwise: baresip loses an intra request that meets its
   * encoder at work, and a busy machine can be late once. What comes out the same twice stands.
   */
  private List<CertificationRun.Verdict> onceMore(
      List<String> odd, List<CertificationRun.Verdict> before) throws Exception {
    System.out.println("otherwise than expected, and tried once more: " + odd);
    List<String> words = new ArrayList<>();
    odd.forEach(id -> words.addAll(List.of("--case", id)));
    CertificationRun again =
        BaresipCertification.run(
            Files.createDirectories(folder.resolve("again")), words.toArray(String[]::new));
    Map<String, CertificationRun.Verdict> verdicts = new HashMap<>();
    before.forEach(verdict -> verdicts.put(verdict.id(), verdict));
    again.verdicts().forEach(verdict -> verdicts.put(verdict.id(), verdict));
    return List.copyOf(verdicts.values());
  }

  @Test
  void everyAnsweredCallCarriesAudioAndVideoBothWays() {
    List<String> without = new ArrayList<>();
    records.forEach(
        (capture, record) -> {
          String id = CertificationRun.caseOf(capture);
          boolean talked = false;
          for (CallView call : record.calls()) {
            if (call.answered().isPresent()) {
              talked = true;
              silent(call).forEach(what -> without.add(id + ": no " + what));
            }
          }
          if (talked == WITHOUT_MEDIA.contains(id)) {
            without.add(id + (talked ? ": a call nobody expected" : ": no call was answered"));
          }
        });
    assertEquals(List.of(), without);
  }

  private static List<String> silent(CallView call) {
    List<String> silent = new ArrayList<>();
    for (MediaKind kind : List.of(MediaKind.AUDIO, MediaKind.VIDEO)) {
      for (Heading heading : Heading.values()) {
        if (call.flow(kind, heading).map(flow -> flow.packets().size()).orElse(0) < 25) {
          silent.add(kind + " " + heading);
        }
      }
    }
    return silent;
  }

  @Test
  void figuresOfEveryStreamAreThoseOfTshark() throws Exception {
    int compared = 0;
    for (Map.Entry<Path, CaseRecord> entry : records.entrySet()) {
      String id = CertificationRun.caseOf(entry.getKey());
      DissectedCapture theirs = DissectedCapture.of(entry.getKey());
      readsAsWritten(id, entry.getValue(), theirs);
      if (id.equals(PREFLIGHT)) {
        continue; // the harness talked to itself, in no call
      }
      Map<Long, RtpStream> ours = new HashMap<>();
      for (CallView call : entry.getValue().calls()) {
        for (MediaFlow flow : call.flows()) {
          ours.put(flow.ssrc().value() & 0xffff_ffffL, MediaFigures.stream(call, flow));
        }
      }
      assertEquals(theirs.streams().keySet(), ours.keySet(), id);
      ours.forEach(
          (ssrc, stream) ->
              same(id, Optional.ofNullable(theirs.streams().get(ssrc)).orElseThrow(), stream));
      compared += ours.size();
    }
    assertTrue(compared > 60, () -> "only a few streams were there");
  }

  private static void same(String id, DissectedCapture.Stream theirs, RtpStream ours) {
    String what = id + "\n" + theirs + "\n" + ours;
    assertEquals(theirs.packets(), ours.packets(), what);
    assertEquals(theirs.lost(), ours.lost(), what);
    assertEquals(theirs.octets(), ours.payloadOctets(), what);
    assertEquals(theirs.maxDelta(), ours.maxDeltaMillis(), TENTH_OF_A_MILLISECOND, what);
    RtpStream.Jitter jitter = ours.jitter().orElseThrow();
    assertEquals(theirs.meanJitter(), jitter.mean(), TENTH_OF_A_MILLISECOND, what);
    assertEquals(theirs.maxJitter(), jitter.max(), TENTH_OF_A_MILLISECOND, what);
  }

  /** Signalling is SIP, a note is JSON, media are RTP and RTCP, and nothing is malformed. */
  private static void readsAsWritten(String id, CaseRecord record, DissectedCapture theirs) {
    int signalling = record.plan().network().signallingPort();
    assertEquals(record.packets().size(), theirs.frames().size(), id);
    for (Packet packet : record.packets()) {
      DissectedCapture.Frame frame =
          Optional.ofNullable(theirs.frames().get(packet.number())).orElseThrow();
      String what = id + " " + frame + "\n" + packet;
      assertEquals("", frame.malformed(), what);
      boolean asWritten =
          switch (packet) {
            case Packet.Datagram sip
                when sip.source().getPort() == signalling
                    || sip.destination().getPort() == signalling ->
                frame.is("sip") && !frame.sip().isEmpty();
            case Packet.Datagram _ -> frame.is("rtp") || frame.is("rtcp");
            case Packet.Message _ -> frame.is("sip") && !frame.sip().isEmpty();
            case Packet.Remark _ -> frame.is("json");
            case Packet.Segment _ -> false;
            case Packet.Unread _ -> false;
          };
      assertTrue(asWritten, what);
    }
  }

  @Test
  void ffprobeDecodesAsManyPicturesAsWeDo() throws Exception {
    int streams = 0;
    for (Map.Entry<Path, CaseRecord> entry : records.entrySet()) {
      int number = 0;
      for (CallView call : entry.getValue().calls()) {
        H264View view = H264View.of(call);
        List<NalUnit> units =
            view.units().stream().flatMap(unit -> unit.completeNals().stream()).toList();
        if (!units.isEmpty()) {
          String id = CertificationRun.caseOf(entry.getKey());
          Path stream = folder.resolve(id + "." + number++ + ".h264");
          Files.write(stream, AnnexB.join(units).toArray());
          assertEquals(DecodedVideo.of(view).pictures().size(), ffprobe(stream), id);
          streams++;
        }
      }
    }
    assertTrue(streams > 15, "few calls had H.264: " + streams);
  }

  private static int ffprobe(Path stream) throws Exception {
    Peers.require("ffprobe");
    return Integer.parseInt(
        Program.output(
                "ffprobe",
                "-v",
                "error",
                "-count_frames",
                "-select_streams",
                "v:0",
                "-show_entries",
                "stream=nb_read_frames",
                "-of",
                "csv=p=0",
                stream.toString())
            .strip());
  }

  @Test
  void opensslAndSha256sumAgreeWithTheSignature() throws Exception {
    SignedFolder.verify(run().bundle(), folder);
  }

  @Test
  void theReplayGivesTheSameVerdicts() {
    CommandRun verify = CommandRun.of(folder, "verify", "--replay", run().bundle().toString());
    assertEquals(0, verify.status(), verify::toString);
    assertTrue(verify.out().contains("octet by octet"), verify::toString);
  }

  @Test
  void oneBitTurnedOverInAnyFileIsFoundAndTheFileNamed() throws Exception {
    TamperedBundle copy = TamperedBundle.copy(run().bundle(), folder.resolve("tampered.asice"));
    assertTrue(copy.entries().size() > run().captures().size() + 5, copy.entries()::toString);
    Random random = new Random(20261123);
    for (TamperedBundle.Entry entry : copy.entries()) {
      long position = random.nextLong(entry.size());
      int bit = random.nextInt(8);
      copy.flip(entry, position, bit);
      CommandRun verify = CommandRun.of(folder, "verify", copy.file().toString());
      String what = entry + " " + position + " " + bit + "\n" + verify;
      assertEquals(1, verify.status(), what);
      assertTrue(verify.out().contains(entry.name()), what);
      copy.flip(entry, position, bit);
    }
    CommandRun restored = CommandRun.of(folder, "verify", copy.file().toString());
    assertEquals(0, restored.status(), restored::toString);
  }
}
