package parley.lab.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.record.CaptureReader;
import parley.core.record.LabNote;
import parley.core.record.Packet;
import parley.lab.device.DeviceFaults;
import parley.lab.device.DeviceSettings;
import parley.lab.device.SimulatedDevice;
import parley.lab.peers.Peers;
import parley.profiles.Profiles;

/** A run that is ended in the middle leaves what it saw, readable by others, and says so. */
class StoppedRunTest {
  private static final String FIRST = "CALL-EARLY-OFFER.1";
  private static final String SECOND = "MEDIA-BOTH-WAYS.1";
  private static final String THIRD = "MEDIA-RTCP-CONSISTENT.1";

  @TempDir Path folder;

  @Test
  void interruptedItIsSealedAndToldAndVerifiesAsIncomplete() throws Exception {
    Program program = new Program(folder);
    Program.Ended ended;
    try (SimulatedDevice device = device();
        Program.Running run = certify(program, device)) {
      inTheMiddleOfTheSecondCase(run);
      run.interrupt();
      ended = run.end();
    }
    ended
        .with(3)
        .saying("parley: stopping", "INTERRUPTED    " + SECOND, "the run was stopped", "report");
    assertTrue(ended.took().compareTo(Duration.ofSeconds(12)) < 0, ended::toString);
    assertTrue(ended.out().contains("planned 4 = executed 2 + not applicable 0 + interrupted 2"));
    assertTrue(read(FIRST).getLast() instanceof Packet.Remark, "the case before is whole");
    assertFalse(closed(SECOND), "the case that was broken off has no end");
    Path bundle = only(".asice");
    assertTrue(ended.out().contains("bundle  parley-out"), ended::toString);
    program
        .run("verify", bundle.toString())
        .with(1)
        .saying(
            "nothing was changed",
            "incomplete: of 4 planned cases 2 were executed",
            "2 interrupted: " + SECOND + ", " + THIRD);
    readByOthers();
  }

  @Test
  void killedItLeavesEveryCaptureReadable() throws Exception {
    Program program = new Program(folder);
    try (SimulatedDevice device = device();
        Program.Running run = certify(program, device)) {
      inTheMiddleOfTheSecondCase(run);
      run.process().destroyForcibly().waitFor(); // SIGKILL
    }
    assertTrue(closed(FIRST));
    assertFalse(closed(SECOND));
    assertTrue(
        read(SECOND).stream().filter(Packet.Datagram.class::isInstance).count() > 50,
        "media are in it");
    readByOthers();
  }

  @Test
  void theDemonstrationStopsAsWellAndLeavesNoPassword() throws Exception {
    Program program = new Program(folder);
    try (Program.Running run = program.start("demo")) {
      run.until("a second capture", () -> captures().count() > 1);
      run.interrupt();
      run.end().with(3).saying("parley: stopping", "NOT RUN", "bundle");
    }
    try (Stream<Path> left = Files.list(program.temporary())) {
      assertEquals(List.of(), left.filter(file -> file.toString().endsWith(".password")).toList());
    }
  }

  private static SimulatedDevice device() throws IOException {
    return SimulatedDevice.start(
        DeviceSettings.on(
            InetAddress.ofLiteral("127.0.0.1"), Profiles.load("parley-simulated").shipped()),
        DeviceFaults.NONE);
  }

  private Program.Running certify(Program program, SimulatedDevice device) throws IOException {
    // How late this machine is does not matter here.
    Files.writeString(
        folder.resolve("plan.yaml"),
        """
        suite: {include: [%s, %s, %s]}
        candidate: {simulated: true}
        thresholds:
          health: {late-ms: 2000, late-count: 100000, collection-ms: 60000, cpu-percent: 100}
        """
            .formatted("CALL-EARLY-OFFER", "MEDIA-BOTH-WAYS", "MEDIA-RTCP-CONSISTENT"));
    return program.start("certify", device.address().address(), "--plan", "plan.yaml");
  }

  private void inTheMiddleOfTheSecondCase(Program.Running run)
      throws IOException, InterruptedException {
    run.until(
        "media in " + SECOND,
        () -> capture(SECOND).filter(file -> file.toFile().length() > 100_000).isPresent());
  }

  private Stream<Path> captures() {
    Path output = folder.resolve("parley-out");
    if (!Files.isDirectory(output)) {
      return Stream.empty();
    }
    try (Stream<Path> tree = Files.walk(output)) {
      return tree.filter(file -> file.toString().endsWith(".pcapng")).toList().stream();
    } catch (IOException | UncheckedIOException movedMeanwhile) {
      return Stream.empty();
    }
  }

  private Optional<Path> capture(String id) {
    return captures().filter(file -> file.endsWith(id + ".pcapng")).findFirst();
  }

  private List<Packet> read(String id) throws IOException {
    List<Packet> packets = CaptureReader.readAll(capture(id).orElseThrow());
    assertTrue(packets.stream().noneMatch(Packet.Unread.class::isInstance), id + " is whole");
    return packets;
  }

  private boolean closed(String id) throws IOException {
    return read(id).getLast() instanceof Packet.Remark remark
        && remark.note() instanceof LabNote.CaseClosed;
  }

  private void readByOthers() throws Exception {
    Peers.require("tshark");
    for (Path capture : captures().toList()) {
      Process tshark =
          new ProcessBuilder("tshark", "-n", "-r", capture.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("tshark.txt").toFile())
              .start();
      assertEquals(
          0, tshark.waitFor(), () -> capture + " is not read to its end: see what tshark says");
      long frames;
      try (Stream<String> lines = Files.lines(folder.resolve("tshark.txt"))) {
        frames = lines.filter(line -> line.matches("\\s*\\d+ .*")).count();
      }
      assertEquals(CaptureReader.readAll(capture).size(), frames, capture::toString);
    }
  }

  private Path only(String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("parley-out"))) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }
}
