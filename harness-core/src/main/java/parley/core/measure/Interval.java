package parley.core.measure;

/**
 * What came in one interval of a stream.
 *
 * @param networkOctets IP headers and all
 * @param lost by the numbers that came in it; negative where late packets fill what an earlier
 *     interval lacked
 * @param jitterMaxMillis highest running jitter in it, 0 where there is none
 */
public record Interval(long packets, long networkOctets, long lost, double jitterMaxMillis) {}
