package parley.core.measure;

import java.util.Optional;

/**
 * What RTCP says of a stream, beside what was counted.
 *
 * @param sender what the sender said it sent
 * @param receiver what the receiver said it received
 * @param roundTrip from where the capture was made to the receiver and back
 */
public record StreamReports(
    Optional<Sender> sender, Optional<Receiver> receiver, Optional<RoundTrip> roundTrip) {

  /**
   * Sender reports (RFC 3550 section 6.4.1).
   *
   * @param reports how many
   * @param between the first and the last of them; empty where there was only one
   */
  public record Sender(long reports, Optional<Counts> between) {
    /**
     * @param sent packets, as the reports say
     * @param counted packets in the capture, each number once
     * @param octetsSent of payload, as the reports say
     * @param octetsCounted of payload in the capture
     */
    public record Counts(long sent, long counted, long octetsSent, long octetsCounted) {}
  }

  /**
   * Receiver reports on the stream (RFC 3550 section 6.4.1).
   *
   * @param reports how many report blocks
   * @param fractionLostMax 0 to 1
   * @param cumulativeLost of the last
   * @param jitterMean over the reports, in units of the payload's clock
   * @param jitterMax in the same unit
   */
  public record Receiver(
      long reports,
      double fractionLostMax,
      long cumulativeLost,
      double jitterMean,
      long jitterMax) {}

  /**
   * Time from a sender report to the report block that answers it, less the delay that block names
   * (RFC 3550 section 6.4.1), as seen where the capture was made. In milliseconds.
   *
   * @param measured how often
   */
  public record RoundTrip(long measured, double min, double mean, double max) {}
}
