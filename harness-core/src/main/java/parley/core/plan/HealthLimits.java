package parley.core.plan;

/**
 * What the harness allows itself in one case.
 *
 * @param lateMillis a send later than this counts as late
 * @param lateCount how many late sends are allowed
 * @param collectionMillis time in garbage collection
 * @param cpuPercent load of the process over all cores
 * @param droppedPackets packets lost between socket and record
 */
public record HealthLimits(
    int lateMillis, int lateCount, int collectionMillis, int cpuPercent, int droppedPackets) {}
