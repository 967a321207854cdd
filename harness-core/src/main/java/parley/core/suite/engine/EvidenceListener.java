package parley.core.suite.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.reporting.legacy.xml.LegacyXmlReportGeneratingListener;
import parley.core.evidence.EvidenceFailure;

/**
 * Seals the runs of the engine: the platform's own listener writes the JUnit XML, then the folder
 * becomes a bundle. It is found by every launcher, so that Surefire and an IDE leave the same
 * evidence as the command line.
 */
public final class EvidenceListener implements TestExecutionListener {
  private static final Logger LOG = Logger.getLogger(EvidenceListener.class.getName());
  private static final String ENGINE = "[engine:" + ParleyTestEngine.ID + "]";

  /** A run and what became of its evidence: sealed, or why not. */
  public record Outcome(
      FinishedRun run, Optional<Sealing.Sealed> sealed, Optional<String> failure) {}

  private final Sealing sealing;
  private final List<Path> folders = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private @Nullable Path xmlFolder;
  private @Nullable LegacyXmlReportGeneratingListener xml;

  /** Signs with this user's own key where a plan names none. */
  public EvidenceListener() {
    this(new Sealing(Sealing.usersConfigFolder()));
  }

  public EvidenceListener(Sealing sealing) {
    this.sealing = sealing;
  }

  /** Why plans could not be run at all, in order. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** What became of each run, in order. */
  public List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  @Override
  public void testPlanExecutionStarted(TestPlan testPlan) {
    if (testPlan.getRoots().stream().noneMatch(root -> ours(root) && testPlan.containsTests())) {
      return;
    }
    try {
      Path folder = Files.createTempDirectory("parley-junit");
      LegacyXmlReportGeneratingListener listener =
          new LegacyXmlReportGeneratingListener(
              folder, new PrintWriter(Writer.nullWriter(), false));
      listener.testPlanExecutionStarted(testPlan);
      xmlFolder = folder;
      xml = listener;
    } catch (IOException unwritable) {
      LOG.log(Level.SEVERE, "no JUnit XML: {0}", unwritable.getMessage());
    }
  }

  @Override
  public void executionStarted(TestIdentifier identifier) {
    if (xml != null && ours(identifier)) {
      xml.executionStarted(identifier);
    }
  }

  @Override
  public void executionSkipped(TestIdentifier identifier, String reason) {
    if (xml != null && ours(identifier)) {
      xml.executionSkipped(identifier, reason);
    }
  }

  @Override
  public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
    if (ours(identifier)) {
      Optional.ofNullable(entry.getKeyValuePairs().get(PlanExecution.FOLDER))
          .map(Path::of)
          .ifPresent(folders::add);
      if (xml != null) {
        xml.reportingEntryPublished(identifier, entry);
      }
    }
  }

  @Override
  public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
    if (ours(identifier) && identifier.isContainer()) {
      result.getThrowable().map(Throwable::getMessage).ifPresent(failures::add);
    }
    if (xml != null && ours(identifier)) {
      xml.executionFinished(identifier, result);
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan testPlan) {
    for (Path folder : folders) {
      FinishedRun.take(folder).ifPresent(this::seal);
    }
    folders.clear();
  }

  private void seal(FinishedRun run) {
    try {
      if (xmlFolder != null) {
        JunitXml.copy(xmlFolder, run.folder().folder().resolve(RunFolder.JUNIT));
      }
      outcomes.add(
          new Outcome(
              run,
              Optional.of(sealing.seal(run.folder(), run.result(), run.log(), run.plan())),
              Optional.empty()));
    } catch (EvidenceFailure | IOException failure) {
      String message = Optional.ofNullable(failure.getMessage()).orElse("no reason given");
      LOG.log(Level.FINE, "the run was not sealed: {0}", message);
      outcomes.add(new Outcome(run, Optional.empty(), Optional.of(message)));
    }
  }

  private static boolean ours(TestIdentifier identifier) {
    return identifier.getUniqueId().startsWith(ENGINE);
  }
}
