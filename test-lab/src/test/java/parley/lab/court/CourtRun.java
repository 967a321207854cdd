package parley.lab.court;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.core.call.ProtectionPolicy;
import parley.core.media.codec.VideoSettings;
import parley.core.plan.Plan;
import parley.core.plan.PlanOverride;
import parley.core.plan.PortRange;
import parley.core.record.Packet;
import parley.core.report.VerdictsJson;
import parley.core.suite.CaseRecord;
import parley.core.suite.CaseResult;
import parley.core.suite.Catalogue;
import parley.core.suite.RunLog;
import parley.core.suite.Suite;
import parley.core.suite.SuiteJudge;
import parley.core.suite.TestCase;
import parley.core.suite.engine.Campaign;
import parley.core.suite.engine.RecordFolder;
import parley.core.suite.engine.RunFolder;
import parley.h323.reader.H323Reader;
import parley.lab.device.DeviceFaults;
import parley.lab.device.DeviceProtocol;
import parley.lab.device.DeviceSettings;
import parley.lab.device.SimulatedDevice;
import parley.profiles.Profiles;

/**
 * One case between the harness and a device of ours over H.323, people at 720p.
 *
 * @param result what it came to
 * @param verdicts as written after the run
 * @param replayed as computed again from plan and capture alone
 * @param capture the record
 * @param record the record as judges see it
 */
record CourtRun(
    CaseResult result, String verdicts, String replayed, Path capture, CaseRecord record) {
  /** Two processors carry two of these in each direction, with time to spare. */
  private static final VideoSettings PEOPLE =
      VideoSettings.standard().withSize(1280, 720).withFramesPerSecond(10).withBitRate(900_000);

  private static final int PORTS_EACH = 60;
  private static final AtomicInteger NEXT_PORT = new AtomicInteger(25_000);

  /**
   * Runs a case of the catalogue.
   *
   * @param wanted what the plan says of protection
   * @param device whether the device protects media
   */
  static CourtRun of(String caseId, ProtectionPolicy wanted, ProtectionPolicy device, Path folder)
      throws IOException, InterruptedException {
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    DeviceSettings settings =
        new DeviceSettings(
            DeviceProtocol.H323,
            Profiles.load("parley-simulated").shipped(),
            loopback,
            0,
            nextPorts(),
            Optional.empty(),
            Optional.empty(),
            java.time.Duration.ofSeconds(1),
            device,
            PEOPLE);
    try (SimulatedDevice other = SimulatedDevice.start(settings, DeviceFaults.NONE)) {
      Suite suite =
          Plan.load(Optional.empty(), overrides(caseId, wanted, other))
              .then(plan -> Suite.of(plan, Catalogue.load()))
              .shipped();
      Campaign campaign = new Campaign(suite, folder.resolve(caseId + "-" + wanted + "-" + device));
      for (TestCase testCase : suite.cases()) {
        var _ = campaign.run(testCase);
      }
      return judged(suite, new RunFolder(campaign.folder()));
    }
  }

  private static CourtRun judged(Suite suite, RunFolder run) throws IOException {
    byte[] written = VerdictsJson.write(run.write(suite, RunLog.begin(Instant.now())));
    var again = run.judgeAgain(Catalogue.load()).shipped();
    TestCase only = suite.cases().getFirst();
    CaseResult result =
        again.results().stream()
            .filter(one -> one.id().equals(only.id()))
            .findFirst()
            .orElseThrow();
    List<Packet> packets = new RecordFolder(run.folder()).of(only.id()).orElseThrow();
    return new CourtRun(
        result,
        new String(written, StandardCharsets.UTF_8),
        new String(VerdictsJson.write(again), StandardCharsets.UTF_8),
        run.folder().resolve(SuiteJudge.recordName(only.id())),
        CaseRecord.of(suite.plan(), packets, H323Reader.read(packets)));
  }

  private static PortRange nextPorts() {
    int first = NEXT_PORT.getAndAdd(PORTS_EACH);
    return new PortRange(first, first + PORTS_EACH - 1);
  }

  private static List<PlanOverride> overrides(
      String caseId, ProtectionPolicy wanted, SimulatedDevice device) {
    PortRange ports = nextPorts();
    return List.of(
        PlanOverride.text("candidate.target", device.address().address()),
        PlanOverride.yaml("candidate.simulated", "true"),
        PlanOverride.yaml(
            "candidate.actions",
            device.actions().stream()
                .map(action -> action + ": " + list(device.program(action)))
                .collect(Collectors.joining(", ", "{", "}"))),
        PlanOverride.text("network.address", "127.0.0.1"),
        PlanOverride.text("network.media-ports", ports.first() + "-" + ports.last()),
        PlanOverride.yaml("suite.include", "[" + caseId + "]"),
        PlanOverride.yaml("media.seconds", "2"),
        PlanOverride.text("media.protection", wanted.word()),
        PlanOverride.yaml(
            "media.picture",
            "{width: %d, height: %d, frames-per-second: %d, kilobits-per-second: %d}"
                .formatted(
                    PEOPLE.width(),
                    PEOPLE.height(),
                    PEOPLE.framesPerSecond(),
                    PEOPLE.bitRate() / 1000)),
        PlanOverride.yaml("thresholds.answer-seconds", "4"),
        // The device shares the processors with the harness.
        PlanOverride.yaml(
            "thresholds.health",
            "{late-ms: 20, late-count: 1000000, collection-ms: 600000, cpu-percent: 100,"
                + " dropped-packets: 0}"));
  }

  private static String list(List<String> words) {
    return words.stream()
        .map(word -> "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** For the message of a test that fails. */
  String story() {
    return result.judgement().verdict()
        + ": "
        + result.judgement().reason()
        + findings().collect(Collectors.joining());
  }

  private Stream<String> findings() {
    return result.judgement().findings().stream()
        .map(
            finding ->
                "\n  "
                    + finding.check()
                    + " "
                    + VerdictsJson.word(finding.outcome())
                    + ": "
                    + finding.outcome().actual());
  }
}
