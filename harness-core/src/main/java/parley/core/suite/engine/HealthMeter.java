package parley.core.suite.engine;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import parley.core.media.live.Lateness;
import parley.core.record.CaptureWriter;
import parley.core.record.LabNote;

/** Watches the harness itself during one case. */
final class HealthMeter {
  private static final long SHORTEST_NANOS = 1_000_000_000L;

  private final long collectedBefore = collectionMillis();
  private final long processorBefore = processorNanos();
  private final long began = System.nanoTime();

  private HealthMeter() {}

  static HealthMeter start() {
    return new HealthMeter();
  }

  LabNote.Health read(Lateness lateness, CaptureWriter writer) {
    long elapsed = Math.max(1, System.nanoTime() - began);
    long used = processorNanos() - processorBefore;
    return new LabNote.Health(
        lateness.late(),
        lateness.worstMicros(),
        collectionMillis() - collectedBefore,
        load(used, elapsed),
        writer.dropped());
  }

  /** Over less than a second a load says nothing: starting up alone takes a core. */
  private static int load(long usedNanos, long elapsedNanos) {
    if (elapsedNanos < SHORTEST_NANOS) {
      return 0;
    }
    int cores = Runtime.getRuntime().availableProcessors();
    return (int) Math.min(100, 100 * usedNanos / elapsedNanos / cores);
  }

  private static long collectionMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
