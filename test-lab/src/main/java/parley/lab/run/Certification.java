package parley.lab.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import parley.core.evidence.EvidenceFailure;
import parley.core.plan.Account;
import parley.core.plan.PasswordUnavailable;
import parley.core.plan.Plan;
import parley.core.suite.Suite;
import parley.core.suite.SuiteResult;
import parley.core.suite.engine.EvidenceListener;
import parley.core.suite.engine.LocalAddress;
import parley.core.suite.engine.ParleyTestEngine;
import parley.core.suite.engine.PlanExecution;
import parley.core.suite.engine.RunFolder;
import parley.core.suite.engine.Sealing;
import parley.core.suite.engine.Settings;
import parley.core.suite.engine.StopRequest;
import parley.lab.console.CommandStopped;
import parley.lab.console.ExitCode;
import parley.lab.console.Terminal;

/**
 * One run of the suite from the command line: the engine runs the plan, and the run becomes a
 * bundle. One that was stopped in the middle leaves readable captures and a bundle that says so.
 */
public final class Certification {
  /**
   * What a run left.
   *
   * @param folder captures, verdicts and report
   * @param bundle the same, signed; empty where it could not be written
   * @param trouble what went wrong with the evidence, in words
   * @param stopped why not all that was planned was executed
   */
  public record Finished(
      SuiteResult result,
      Path folder,
      Optional<Path> bundle,
      Optional<String> trouble,
      Optional<String> stopped) {
    /** 0 all as required, 1 the device failed, 3 inconclusive or the lab's own trouble. */
    public ExitCode exitCode() {
      SuiteResult.Counts counts = result.counts();
      if (stopped.isEmpty() && counts.fail() > 0) {
        return ExitCode.DEVICE_FAILED;
      }
      boolean decided =
          counts.complete()
              && counts.executed() > 0
              && stopped.isEmpty()
              && counts.inconclusive() + counts.error() == 0
              && bundle.isPresent();
      return decided ? ExitCode.AS_REQUIRED : ExitCode.UNDECIDED;
    }
  }

  private final Terminal terminal;
  private final StopRequest stop;

  /**
   * @param stop ends the run early; it is sealed all the same
   */
  public Certification(Terminal terminal, StopRequest stop) {
    this.terminal = terminal;
    this.stop = stop;
  }

  /** Runs the suite and seals what it left. */
  public Finished run(Suite suite) {
    Sealing sealing = new Sealing(Sealing.usersConfigFolder());
    checkSigning(sealing, suite.plan());
    checkPasswords(suite.plan());
    Path folder = prepare(suite);
    EvidenceListener evidence = new EvidenceListener(sealing);
    execute(folder, evidence);
    return finished(folder, evidence);
  }

  /** A password that cannot be had would fail every case. */
  private static void checkPasswords(Plan plan) {
    check("candidate.account", plan.candidate().account());
    check("candidate.credentials", plan.candidate().credentials());
  }

  private static void check(String key, Optional<Account> account) {
    if (account.isPresent()) {
      try {
        account.get().credentials();
      } catch (PasswordUnavailable absent) {
        throw CommandStopped.usage(
            absent.getMessage() + " ('password-from' of '" + key + "' in the plan)");
      }
    }
  }

  /** A key that cannot be used is told before the device is called, not after. */
  private static void checkSigning(Sealing sealing, Plan plan) {
    try {
      sealing.signer(plan);
    } catch (EvidenceFailure unusable) {
      throw CommandStopped.usage(String.valueOf(unusable.getMessage()));
    }
  }

  private static Path prepare(Suite suite) {
    Path output = Path.of(suite.plan().output());
    try {
      if (suite.plan().network().address().isEmpty()) {
        LocalAddress.towards(
            suite
                .plan()
                .candidate()
                .registrar()
                .or(suite.plan().candidate()::target)
                .orElseThrow());
      }
      Path folder = PlanExecution.newFolder(output, suite, Instant.now());
      Files.writeString(
          folder.resolve(RunFolder.PLAN), suite.plan().toYaml(), StandardCharsets.UTF_8);
      return folder;
    } catch (java.net.UnknownHostException unknown) {
      throw CommandStopped.usage(
          String.valueOf(unknown.getMessage()), "Check the host in the candidate's address.");
    } catch (IOException unwritable) {
      throw CommandStopped.usage(
          "nothing can be written to the output folder '"
              + output
              + "': "
              + why(output, unwritable),
          "Name another one with --output or 'output' in the plan.");
    }
  }

  private static String why(Path output, IOException failure) {
    for (Path part = output; part != null; part = part.getParent()) {
      if (Files.exists(part) && !Files.isDirectory(part)) {
        return "'" + part + "' is a file, not a folder";
      }
    }
    return switch (failure) {
      case java.nio.file.AccessDeniedException _ -> "permission denied";
      case java.nio.file.NoSuchFileException there ->
          "'" + there.getFile() + "' cannot be made there";
      case java.nio.file.FileSystemException system when system.getReason() != null ->
          system.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }

  private void execute(Path folder, EvidenceListener evidence) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectFile(folder.resolve(RunFolder.PLAN).toFile()))
            .configurationParameter(Settings.OUTPUT, folder.toString())
            .build();
    Launcher launcher =
        LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new ParleyTestEngine(stop))
                .addTestExecutionListeners(evidence, new Progress(terminal))
                .build());
    launcher.execute(request);
  }

  private static Finished finished(Path folder, EvidenceListener evidence) {
    List<EvidenceListener.Outcome> outcomes = evidence.outcomes();
    if (outcomes.isEmpty()) {
      throw CommandStopped.labError(
          "the run could not be finished: "
              + evidence.failures().stream().findFirst().orElse("no reason is known"),
          "What was recorded is in " + folder + ".");
    }
    EvidenceListener.Outcome outcome = outcomes.getFirst();
    return new Finished(
        outcome.run().result(),
        folder,
        outcome.sealed().map(kept -> kept.bundle().file()),
        outcome.failure().or(() -> outcome.sealed().flatMap(Sealing.Sealed::trouble)),
        outcome.run().log().stopped());
  }
}
