package parley.core.media.video;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a depacketiser has seen.
 *
 * @param structures packets by structure; none that did not occur
 * @param lost packets that never came
 * @param late packets that came twice or when their gap had been given up
 * @param reordered packets that came behind a later one and were put in place
 * @param violationCount all broken rules
 * @param violations the first of them
 */
public record PayloadTally(
    Map<PayloadStructure, Long> structures,
    long lost,
    long late,
    long reordered,
    long violationCount,
    List<PayloadViolation> violations) {
  public PayloadTally {
    structures = Collections.unmodifiableMap(new TreeMap<>(structures));
    violations = List.copyOf(violations);
  }

  public long count(PayloadStructure structure) {
    return structures.getOrDefault(structure, 0L);
  }
}
