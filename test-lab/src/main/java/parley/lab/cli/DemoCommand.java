package parley.lab.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.core.call.Credentials;
import parley.core.call.Target;
import parley.core.evidence.BundleReport;
import parley.core.evidence.BundleVerifier;
import parley.core.evidence.EvidenceFailure;
import parley.core.plan.Plan;
import parley.core.plan.PlanOverride;
import parley.core.suite.Catalogue;
import parley.core.suite.Suite;
import parley.core.suite.engine.ReservedPort;
import parley.core.suite.engine.StopRequest;
import parley.lab.console.ExitCode;
import parley.lab.console.Terminal;
import parley.lab.device.DeviceFaults;
import parley.lab.device.DeviceSettings;
import parley.lab.device.SimulatedDevice;
import parley.lab.run.Certification;
import parley.lab.run.Farewell;
import parley.lab.run.Replay;
import parley.lab.run.Summary;
import parley.profiles.Profile;
import parley.profiles.Profiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job on this machine alone. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Certifies a simulated device on loopback: the whole way, on this machine alone.",
      "The evidence is signed, the bundle verified, and its captures are judged again."
    })
final class DemoCommand implements Callable<ExitCode> {
  private static final String USER = "room";

  /**
   * Device and harness share the processors here, and maybe a build or a browser does too. What is
   * shown is how a run goes; nothing is said of a device's timing, so a little lateness spoils no
   * case. The limits stand in the plan of the bundle, and what was measured in its captures.
   */
  private static final String HEALTH =
      "{late-ms: 100, late-count: 250, collection-ms: 2000, cpu-percent: 100}";

  private final Terminal terminal;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "where the run and its bundle are written (default: parley-out)")
  private @Nullable String output;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() throws IOException {
    try (Farewell farewell = Farewell.prepare(terminal)) {
      return demonstrate(farewell.stop());
    }
  }

  private ExitCode demonstrate(StopRequest stop) throws IOException {
    Path secret = Files.createTempFile("parley-demo", ".password");
    try {
      if (secret.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
      }
      String password = UUID.randomUUID().toString();
      Files.writeString(secret, password + "\n");
      InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
      try (ReservedPort port = ReservedPort.at(loopback)) {
        return run(secret, password, loopback, port.number(), stop);
      }
    } finally {
      Files.deleteIfExists(secret);
    }
  }

  private ExitCode run(
      Path secret, String password, InetAddress loopback, int port, StopRequest stop)
      throws IOException {
    Profile profile = Profiles.load("parley-simulated").shipped();
    DeviceSettings settings =
        DeviceSettings.on(loopback, profile)
            .registeringAt(Target.parse("sip:127.0.0.1:" + port), new Credentials(USER, password));
    Certification.Finished finished;
    try (SimulatedDevice device = SimulatedDevice.start(settings, DeviceFaults.NONE)) {
      terminal
          .err()
          .println("A simulated device answers at " + device.address() + "; certifying it.");
      Suite suite = CertifyCommand.orStop(plan(device, port, secret).then(Suites::bind));
      finished = new Certification(terminal, stop).run(suite);
    }
    Summary.print(finished, terminal);
    if (stop.isAsked()) {
      return ExitCode.UNDECIDED;
    }
    return finished.bundle().isPresent() && verified(finished.bundle().get())
        ? finished.exitCode()
        : ExitCode.UNDECIDED;
  }

  private parley.profiles.Loaded<Plan> plan(SimulatedDevice device, int port, Path secret) {
    String program =
        device.hangUpProgram().stream()
            .map(word -> "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
            .collect(Collectors.joining(", ", "[", "]"));
    return Plan.load(
        Optional.empty(),
        List.of(
            PlanOverride.text("candidate.target", device.address().address()),
            PlanOverride.text("candidate.ringing", device.ringing().address()),
            PlanOverride.text("candidate.name", "Simulated device of Parley"),
            PlanOverride.yaml("candidate.simulated", "true"),
            PlanOverride.text("candidate.profile", "parley-simulated"),
            PlanOverride.yaml(
                "candidate.account",
                "{user: " + USER + ", password-from: \"file:" + secret + "\"}"),
            PlanOverride.yaml("candidate.actions", "{hang-up: " + program + "}"),
            PlanOverride.text("network.address", "127.0.0.1"),
            PlanOverride.yaml("network.signalling-port", Integer.toString(port)),
            PlanOverride.yaml("thresholds.health", HEALTH),
            PlanOverride.text("output", output == null ? "parley-out" : output)));
  }

  private boolean verified(Path bundle) throws IOException {
    BundleReport report = BundleVerifier.verify(bundle);
    if (!report.intact()) {
      terminal.err().println("parley: the bundle does not verify: " + report.problems());
      return false;
    }
    try {
      Replay.Outcome replay = Replay.of(bundle);
      terminal
          .out()
          .println(
              replay.same()
                  ? "  verified: signature and every file hold, and the captures give the same"
                      + " verdicts again"
                  : "  the replay differs: " + replay.differences().getFirst());
      terminal.out().flush();
      return replay.same();
    } catch (EvidenceFailure failure) {
      terminal.err().println("parley: " + failure.getMessage());
      return false;
    }
  }

  /** Binds plans to the catalogue of this program. */
  private static final class Suites {
    static parley.profiles.Loaded<Suite> bind(Plan plan) {
      return Suite.of(plan, Catalogue.load());
    }
  }
}
