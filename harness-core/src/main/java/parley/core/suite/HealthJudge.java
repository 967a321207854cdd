package parley.core.suite;

import java.util.Optional;
import parley.core.plan.HealthLimits;
import parley.core.record.LabNote;

/** Holds the harness to its own limits: over them the fault is the laboratory's. */
final class HealthJudge {
  static Optional<String> overLimit(LabNote.Health health, HealthLimits limits) {
    if (health.timersLate() > limits.lateCount()) {
      return Optional.of(
          health.timersLate()
              + " packets left more than "
              + limits.lateMillis()
              + " ms late (limit "
              + limits.lateCount()
              + "), the worst by "
              + health.worstLatenessMicros() / 1000
              + " ms");
    }
    if (health.gcMillis() > limits.collectionMillis()) {
      return Optional.of(
          "garbage collection took "
              + health.gcMillis()
              + " ms (limit "
              + limits.collectionMillis()
              + ")");
    }
    if (health.cpuPercent() > limits.cpuPercent()) {
      return Optional.of(
          "it used "
              + health.cpuPercent()
              + " % of the processors (limit "
              + limits.cpuPercent()
              + ")");
    }
    if (health.packetsDropped() > limits.droppedPackets()) {
      return Optional.of(
          health.packetsDropped()
              + " packets were lost between socket and record (limit "
              + limits.droppedPackets()
              + ")");
    }
    return Optional.empty();
  }

  private HealthJudge() {}
}
