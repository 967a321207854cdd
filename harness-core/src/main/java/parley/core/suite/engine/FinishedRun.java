package parley.core.suite.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import parley.core.plan.Plan;
import parley.core.suite.RunLog;
import parley.core.suite.SuiteResult;

/**
 * A run that came to its end, stopped or not. The platform carries only text from an engine to
 * listeners, so the engine publishes the folder and the listener takes the run from here.
 */
public record FinishedRun(RunFolder folder, Plan plan, SuiteResult result, RunLog log) {
  private static final Map<Path, FinishedRun> FINISHED = new ConcurrentHashMap<>();

  static void put(FinishedRun run) {
    FINISHED.put(run.folder().folder().toAbsolutePath(), run);
  }

  /** The run in that folder, once. */
  static Optional<FinishedRun> take(Path folder) {
    return Optional.ofNullable(FINISHED.remove(folder.toAbsolutePath()));
  }
}
