package parley.core.media.rtp;

/**
 * What a receiver would report of a source now (RFC 3550 section 6.4.1, appendix A.3 and A.8).
 *
 * @param fractionLost since the report before, in 1/256
 * @param cumulativeLost limited to 24 bits
 * @param extendedHighestSequence cycles in the upper 16 bits
 * @param jitter in units of the payload's clock
 */
public record ReceptionReport(
    Ssrc source, int fractionLost, int cumulativeLost, long extendedHighestSequence, long jitter) {}
