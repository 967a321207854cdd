package parley.core.suite.engine;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import parley.core.judge.Judgement;
import parley.core.judge.Verdict;
import parley.core.suite.CaseResult;
import parley.core.suite.RunLog;
import parley.core.suite.Suite;
import parley.profiles.Loaded;
import parley.profiles.Problem;

/** Runs the cases of one plan and tells the platform what became of each. */
public final class PlanExecution {
  /** Key of the report entry that names the run's folder. */
  static final String FOLDER = "parley.folder";

  private final PlanDescriptor plan;
  private final EngineExecutionListener listener;
  private final StopRequest stopRequest;
  private final Set<TestDescriptor> open = new LinkedHashSet<>();

  PlanExecution(PlanDescriptor plan, EngineExecutionListener listener, StopRequest stopRequest) {
    this.plan = plan;
    this.listener = listener;
    this.stopRequest = stopRequest;
  }

  void run() {
    listener.executionStarted(plan);
    listener.executionFinished(plan, outcome());
  }

  private TestExecutionResult outcome() {
    return switch (plan.suite()) {
      case Loaded.Bad<Suite>(var problems) ->
          TestExecutionResult.failed(
              new IllegalArgumentException(
                  problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))));
      case Loaded.Good<Suite>(Suite suite) -> run(suite);
    };
  }

  private TestExecutionResult run(Suite suite) {
    try {
      RunLog log = RunLog.begin(Instant.now());
      Campaign campaign = new Campaign(suite, folder(suite), stopRequest);
      listener.reportingEntryPublished(
          plan, ReportEntry.from(FOLDER, campaign.folder().toString()));
      Optional<String> stop = Optional.empty();
      for (PlanDescriptor.CaseDescriptor descriptor : plan.cases()) {
        enter(descriptor);
        if (stop.isEmpty() && stopRequest.isAsked()) {
          stop = Optional.of(RunLog.STOPPED);
        }
        stop = stop.isPresent() ? skip(descriptor, stop.get()) : run(campaign, descriptor);
      }
      leaveAll();
      RunFolder folder = new RunFolder(campaign.folder());
      RunLog ended = log.end(Instant.now(), stop);
      FinishedRun.put(new FinishedRun(folder, suite.plan(), folder.write(suite, ended), ended));
      return TestExecutionResult.successful();
    } catch (IOException | RuntimeException failure) {
      leaveAll();
      return TestExecutionResult.failed(failure);
    }
  }

  /** Runs one case; a reason to stop the run comes back. */
  private Optional<String> run(Campaign campaign, PlanDescriptor.CaseDescriptor descriptor)
      throws IOException {
    listener.executionStarted(descriptor);
    CaseResult result;
    try {
      result = campaign.run(descriptor.testCase());
    } catch (InterruptedException stopped) {
      String reason = RunLog.STOPPED;
      listener.executionFinished(
          descriptor, TestExecutionResult.aborted(new TestAbortedException(reason)));
      return Optional.of(reason);
    } catch (IOException failure) {
      listener.executionFinished(descriptor, TestExecutionResult.failed(failure));
      throw failure;
    }
    publish(descriptor, result);
    listener.executionFinished(descriptor, platformResult(result.judgement()));
    boolean laboratory = descriptor.testCase().area() == parley.core.suite.Area.LABORATORY;
    Verdict verdict = result.judgement().verdict();
    return laboratory && verdict != Verdict.PASS && verdict != Verdict.WARNING
        ? Optional.of("preflight: " + result.judgement().reason())
        : Optional.empty();
  }

  private Optional<String> skip(PlanDescriptor.CaseDescriptor descriptor, String reason) {
    listener.executionSkipped(descriptor, reason);
    return Optional.of(reason);
  }

  private void publish(TestDescriptor descriptor, CaseResult result) {
    Judgement judgement = result.judgement();
    listener.reportingEntryPublished(
        descriptor,
        ReportEntry.from(
            Map.of(
                "verdict", judgement.verdict().name(),
                "reason", judgement.reason(),
                "checks", Integer.toString(judgement.findings().size()),
                "record", result.record().orElse("none"))));
  }

  /** FAIL is a failed assertion, ERROR an error, and what could not be decided is aborted. */
  private static TestExecutionResult platformResult(Judgement judgement) {
    return switch (judgement.verdict()) {
      case PASS, WARNING -> TestExecutionResult.successful();
      case FAIL -> TestExecutionResult.failed(new AssertionFailedError(judgement.reason()));
      case ERROR -> TestExecutionResult.failed(new IllegalStateException(judgement.reason()));
      case INCONCLUSIVE, NOT_APPLICABLE ->
          TestExecutionResult.aborted(
              new TestAbortedException(judgement.verdict() + ": " + judgement.reason()));
    };
  }

  private void enter(TestDescriptor descriptor) {
    descriptor
        .getParent()
        .filter(PlanDescriptor.AreaDescriptor.class::isInstance)
        .ifPresent(
            area -> {
              if (open.add(area)) {
                listener.executionStarted(area);
              }
            });
  }

  private void leaveAll() {
    open.forEach(area -> listener.executionFinished(area, TestExecutionResult.successful()));
    open.clear();
  }

  private Path folder(Suite suite) throws IOException {
    Optional<String> given = plan.settings().output();
    return given.isPresent()
        ? Path.of(given.get())
        : newFolder(Path.of(suite.plan().output()), suite, Instant.now());
  }

  /**
   * Makes the folder of a run, such as {@code 20261123-104500-room-7}: sorts by time, says whom. It
   * is nobody else's, also where another run begins at the same second: that has another number at
   * its end.
   */
  public static Path newFolder(Path output, Suite suite, Instant now) throws IOException {
    Files.createDirectories(output);
    String name = runName(suite, now);
    Path folder = output.resolve(name);
    for (int next = 2; ; next++) {
      try {
        if (!Files.exists(Sealing.bundleOf(folder))) {
          return Files.createDirectory(folder);
        }
      } catch (FileAlreadyExistsException taken) {
        // By another run: the next name may be free.
      }
      folder = output.resolve(name + "-" + next);
    }
  }

  private static String runName(Suite suite, Instant now) {
    String candidate =
        suite.plan().candidate().name().isBlank()
            ? suite.plan().candidate().target().map(target -> target.host()).orElse("candidate")
            : suite.plan().candidate().name();
    String safe = candidate.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    return DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(now)
        + "-"
        + safe;
  }
}
