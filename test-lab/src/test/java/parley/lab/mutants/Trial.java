package parley.lab.mutants;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import parley.core.call.Credentials;
import parley.core.call.ProtectionPolicy;
import parley.core.call.Target;
import parley.core.judge.Outcome;
import parley.core.judge.Verdict;
import parley.core.media.codec.VideoSettings;
import parley.core.plan.Plan;
import parley.core.plan.PlanOverride;
import parley.core.plan.PortRange;
import parley.core.record.LabNote;
import parley.core.record.Packet;
import parley.core.report.VerdictsJson;
import parley.core.suite.CaseResult;
import parley.core.suite.Catalogue;
import parley.core.suite.RunLog;
import parley.core.suite.Suite;
import parley.core.suite.SuiteJudge;
import parley.core.suite.TestCase;
import parley.core.suite.engine.Campaign;
import parley.core.suite.engine.RecordFolder;
import parley.core.suite.engine.ReservedPort;
import parley.core.suite.engine.RunFolder;
import parley.lab.device.DeviceFaults;
import parley.lab.device.DeviceProtocol;
import parley.lab.device.DeviceSettings;
import parley.lab.device.SimulatedDevice;
import parley.profiles.Profiles;

/**
 * One case run against one simulated device on loopback, judged, and judged again from its capture.
 *
 * @param result what it came to
 * @param verdicts as written after the run
 * @param replayed as computed again from plan and capture alone
 * @param record the capture
 * @param strained true where this machine did not let the harness keep its own time
 */
record Trial(CaseResult result, String verdicts, String replayed, Path record, boolean strained) {
  private static final long STRAIN_MICROS = 100_000;

  private static final String USER = "room";
  private static final int PORTS_EACH = 40;

  /** Below the ports the system gives away by itself, a range for each side of each trial. */
  private static final AtomicInteger NEXT_PORT = new AtomicInteger(20_000);

  /** Runs the case in a folder of its own under {@code folder}. */
  static Trial run(DeviceProtocol protocol, String caseId, DeviceFaults faults, Path folder)
      throws IOException, InterruptedException {
    Path own = Files.createTempDirectory(folder, caseId.toLowerCase(Locale.ROOT));
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    try (ReservedPort port = ReservedPort.at(loopback)) {
      return run(protocol, caseId, faults, own, loopback, port.number());
    }
  }

  private static Trial run(
      DeviceProtocol protocol,
      String caseId,
      DeviceFaults faults,
      Path own,
      InetAddress loopback,
      int port)
      throws IOException, InterruptedException {
    Path secret = Files.writeString(own.resolve("secret"), "loopback only\n");
    DeviceSettings settings =
        new DeviceSettings(
            protocol,
            Profiles.load("parley-simulated").shipped(),
            loopback,
            0,
            nextPorts(),
            Optional.of(registrar(protocol, port)),
            Optional.of(new Credentials(USER, "loopback only")),
            Duration.ofSeconds(1),
            ProtectionPolicy.WHEN_POSSIBLE,
            VideoSettings.standard());
    try (SimulatedDevice device = SimulatedDevice.start(settings, faults)) {
      Suite suite =
          Plan.load(Optional.empty(), overrides(protocol, caseId, device, port, secret))
              .then(plan -> Suite.of(plan, Catalogue.load()))
              .shipped();
      Campaign campaign = new Campaign(suite, own.resolve("run"));
      for (TestCase testCase : suite.cases()) {
        var _ = campaign.run(testCase);
      }
      return judged(suite, new RunFolder(campaign.folder()), caseId);
    }
  }

  private static Target registrar(DeviceProtocol protocol, int port) {
    return Target.parse(protocol.name().toLowerCase(Locale.ROOT) + ":127.0.0.1:" + port);
  }

  private static Trial judged(Suite suite, RunFolder run, String caseId) throws IOException {
    byte[] written = VerdictsJson.write(run.write(suite, RunLog.begin(Instant.now())));
    var again = run.judgeAgain(Catalogue.load()).shipped();
    CaseResult result =
        again.results().stream()
            .filter(one -> one.id().toString().equals(caseId))
            .findFirst()
            .orElseThrow();
    return new Trial(
        result,
        new String(written, StandardCharsets.UTF_8),
        new String(VerdictsJson.write(again), StandardCharsets.UTF_8),
        run.folder().resolve(SuiteJudge.recordName(result.id())),
        strained(new RecordFolder(run.folder()).of(result.id()).orElseThrow()));
  }

  private static boolean strained(List<Packet> packets) {
    return packets.stream()
        .anyMatch(
            packet ->
                packet instanceof Packet.Remark remark
                    && remark.note() instanceof LabNote.Health health
                    && health.worstLatenessMicros() > STRAIN_MICROS);
  }

  Verdict verdict() {
    return result.judgement().verdict();
  }

  Set<String> violated() {
    return result.judgement().findings().stream()
        .filter(finding -> finding.outcome() instanceof Outcome.Violated)
        .map(finding -> finding.check())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** For the message of a test that fails. */
  String story() {
    return result.judgement().verdict()
        + ": "
        + result.judgement().reason()
        + result.judgement().findings().stream()
            .map(
                finding ->
                    "\n  "
                        + finding.check()
                        + " "
                        + VerdictsJson.word(finding.outcome())
                        + ": expected "
                        + finding.outcome().expected()
                        + "; saw "
                        + finding.outcome().actual())
            .collect(Collectors.joining());
  }

  private static String list(List<String> words) {
    return words.stream()
        .map(word -> "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static List<PlanOverride> overrides(
      DeviceProtocol protocol, String caseId, SimulatedDevice device, int port, Path secret) {
    List<PlanOverride> plan = new ArrayList<>();
    plan.add(PlanOverride.text("candidate.target", device.address().address()));
    plan.add(PlanOverride.text("candidate.ringing", device.ringing().address()));
    plan.add(PlanOverride.yaml("candidate.simulated", "true"));
    plan.add(
        PlanOverride.yaml(
            "candidate.account", "{user: " + USER + ", password-from: \"file:" + secret + "\"}"));
    plan.add(
        PlanOverride.yaml(
            "candidate.actions",
            device.actions().stream()
                .map(action -> action + ": " + list(device.program(action)))
                .collect(Collectors.joining(", ", "{", "}"))));
    plan.add(PlanOverride.text("network.address", "127.0.0.1"));
    plan.add(PlanOverride.yaml("network.signalling-port", Integer.toString(port)));
    PortRange ports = nextPorts();
    plan.add(PlanOverride.text("network.media-ports", ports.first() + "-" + ports.last()));
    plan.add(PlanOverride.yaml("suite.include", "[" + caseId + "]"));
    plan.add(PlanOverride.yaml("media.seconds", "1"));
    plan.add(
        PlanOverride.yaml(
            "media.picture",
            "{width: 320, height: 180, frames-per-second: 15, kilobits-per-second: 256}"));
    plan.add(PlanOverride.yaml("thresholds.answer-seconds", "3"));
    plan.add(PlanOverride.yaml("thresholds.release-seconds", "2"));
    plan.add(PlanOverride.yaml("thresholds.registration-seconds", "6"));
    // Trials run side by side, so how the harness keeps up says nothing here.
    plan.add(
        PlanOverride.yaml(
            "thresholds.health",
            "{late-ms: 20, late-count: 1000000, collection-ms: 600000, cpu-percent: 100,"
                + " dropped-packets: 0}"));
    // Whatever the standard plan makes of a violation, here each has to show.
    plan.add(
        PlanOverride.yaml(
            "severity",
            Catalogue.checkNames(Cases.over(protocol)).stream()
                .map(check -> check + ": fail")
                .collect(Collectors.joining(", ", "{", "}"))));
    return plan;
  }

  private static PortRange nextPorts() {
    int first = NEXT_PORT.getAndAdd(PORTS_EACH);
    return new PortRange(first, first + PORTS_EACH - 1);
  }
}
