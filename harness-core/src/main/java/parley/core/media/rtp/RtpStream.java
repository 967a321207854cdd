package parley.core.media.rtp;

import java.util.Optional;

/**
 * The figures of one stream up to some packet, as {@link ReceptionStatistics} defines them.
 *
 * @param packets received, duplicates too
 * @param expected by sequence numbers, first to highest
 * @param lost expected − received: duplicates hide losses, and it can be negative (RFC 3550
 *     appendix A.3)
 * @param duplicates of packets not more than 100 back
 * @param reordered arrived after a packet with a higher number
 * @param restarts of the numbering, each confirmed by a second packet
 * @param strays with a number far off that no second packet confirmed; in none of the other counts
 *     but {@code packets}
 * @param payloadOctets without headers and padding
 * @param firstNanos arrival of the first packet
 * @param lastNanos arrival of the last
 * @param maxDeltaMillis longest time between two packets whose second is regular (no marker bit, no
 *     comfort noise, none right after it)
 * @param longestGapMillis the same over all packets
 * @param jitter empty where no packet had a clock rate, or only one
 */
public record RtpStream(
    Ssrc ssrc,
    long packets,
    long expected,
    long lost,
    long duplicates,
    long reordered,
    long restarts,
    long strays,
    long payloadOctets,
    long firstNanos,
    long lastNanos,
    double maxDeltaMillis,
    double longestGapMillis,
    Optional<Jitter> jitter) {

  /**
   * Interarrival jitter in milliseconds (RFC 3550 appendix A.8).
   *
   * @param last after the last packet
   * @param mean over the regular packets
   * @param max over the regular packets
   */
  public record Jitter(double last, double mean, double max) {}

  /** Packets that never came, however many came twice. */
  public long missing() {
    return lost + duplicates;
  }

  public double seconds() {
    return (lastNanos - firstNanos) / 1e9;
  }
}
