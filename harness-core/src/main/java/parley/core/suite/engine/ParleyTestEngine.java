package parley.core.suite.engine;

import java.nio.file.Path;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/**
 * Runs a plan as tests. A plan is found as a {@link FileSelector} (the command line), as a class
 * that carries {@link Certify} (Surefire, an IDE), or by a unique id of either (a rerun).
 *
 * <p>The tree is engine → plan → area → case; the laboratory's own check stands first, and where it
 * does not hold no device case runs.
 */
public final class ParleyTestEngine implements TestEngine {
  public static final String ID = "parley";

  private final StopRequest stop;

  /** Found by launchers; its runs end only by themselves. */
  public ParleyTestEngine() {
    this(new StopRequest());
  }

  /** An engine whose runs end early when {@code stop} is asked for. */
  public ParleyTestEngine(StopRequest stop) {
    this.stop = stop;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
    EngineDescriptor engine = new EngineDescriptor(uniqueId, "Parley");
    Settings settings = Settings.from(request.getConfigurationParameters());
    for (FileSelector selector : request.getSelectorsByType(FileSelector.class)) {
      PlanDescriptor.ofFile(uniqueId, selector.getFile().toPath(), settings)
          .ifPresent(engine::addChild);
    }
    for (ClassSelector selector : request.getSelectorsByType(ClassSelector.class)) {
      PlanDescriptor.ofClass(uniqueId, selector.getJavaClass(), settings)
          .ifPresent(engine::addChild);
    }
    for (UniqueIdSelector selector : request.getSelectorsByType(UniqueIdSelector.class)) {
      rediscover(uniqueId, selector.getUniqueId(), settings, engine);
    }
    return engine;
  }

  private static void rediscover(
      UniqueId engineId, UniqueId wanted, Settings settings, EngineDescriptor engine) {
    if (!wanted.hasPrefix(engineId)) {
      return;
    }
    for (UniqueId.Segment segment : wanted.getSegments()) {
      if (segment.getType().equals(PlanDescriptor.FILE_SEGMENT)) {
        PlanDescriptor.ofFile(engineId, Path.of(segment.getValue()), settings)
            .ifPresent(plan -> engine.addChild(plan.only(wanted)));
      } else if (segment.getType().equals(PlanDescriptor.CLASS_SEGMENT)) {
        PlanDescriptor.ofClass(engineId, segment.getValue(), settings)
            .ifPresent(plan -> engine.addChild(plan.only(wanted)));
      }
    }
  }

  @Override
  public void execute(ExecutionRequest request) {
    var root = request.getRootTestDescriptor();
    var listener = request.getEngineExecutionListener();
    listener.executionStarted(root);
    for (TestDescriptor child : root.getChildren()) {
      if (child instanceof PlanDescriptor plan) {
        new PlanExecution(plan, listener, stop).run();
      }
    }
    listener.executionFinished(root, org.junit.platform.engine.TestExecutionResult.successful());
  }
}
