package parley.core.measure;

import java.util.Optional;
import parley.core.media.rtcp.ReportBlock;
import parley.core.media.rtcp.SenderReport;
import parley.core.media.rtp.ReceptionStatistics;

/** Follows what RTCP says of one stream. */
final class ReportedStream {
  /** Sender reports that a report block may still answer. */
  private static final int KEPT = 16;

  private static final long WRAP = 0xffff_ffffL;

  private long senderReports;
  private long lastSent;
  private long lastOctets;
  private long firstCounted;
  private long firstOctetsCounted;
  private long sent;
  private long octets;
  private long counted;
  private long octetsCounted;
  private final long[] middles = new long[KEPT];
  private final long[] times = new long[KEPT];

  private long receiverReports;
  private int fractionLostMax;
  private int cumulativeLost;
  private double jitterSum;
  private long jitterMax;

  private long roundTrips;
  private double roundTripSum;
  private double roundTripMin = Double.POSITIVE_INFINITY;
  private double roundTripMax;

  void sender(long timeNanos, SenderReport report, ReceptionStatistics statistics) {
    int slot = (int) (senderReports % KEPT);
    middles[slot] = report.ntp().middle();
    times[slot] = timeNanos;
    senderReports++;
    long countedNow = statistics.distinct();
    long octetsNow = statistics.payloadOctets();
    if (senderReports == 1) {
      firstCounted = countedNow;
      firstOctetsCounted = octetsNow;
    } else {
      // Differences of counts of 32 bits: the sum over the whole may be more.
      sent += (report.packetCount() - lastSent) & WRAP;
      octets += (report.octetCount() - lastOctets) & WRAP;
      counted = countedNow - firstCounted;
      octetsCounted = octetsNow - firstOctetsCounted;
    }
    lastSent = report.packetCount();
    lastOctets = report.octetCount();
  }

  void receiver(long timeNanos, ReportBlock block) {
    receiverReports++;
    fractionLostMax = Math.max(fractionLostMax, block.fractionLost());
    cumulativeLost = block.cumulativeLost();
    jitterSum += block.jitter();
    jitterMax = Math.max(jitterMax, block.jitter());
    if (block.lastSenderReport() != 0) {
      roundTrip(timeNanos, block);
    }
  }

  private void roundTrip(long timeNanos, ReportBlock block) {
    for (int i = 0; i < Math.min(KEPT, senderReports); i++) {
      if (middles[i] == block.lastSenderReport()) {
        double waited = 1e3 * block.delaySinceLastSenderReport() / 65_536;
        double trip = (timeNanos - times[i]) / 1e6 - waited;
        // The delay is given in steps of 15 µs, so a trip of nothing can come out below zero.
        if (trip > -1) {
          roundTrips++;
          roundTripSum += Math.max(0, trip);
          roundTripMin = Math.min(roundTripMin, Math.max(0, trip));
          roundTripMax = Math.max(roundTripMax, trip);
        }
        return;
      }
    }
  }

  StreamReports values() {
    return new StreamReports(
        senderReports == 0
            ? Optional.empty()
            : Optional.of(
                new StreamReports.Sender(
                    senderReports,
                    senderReports == 1
                        ? Optional.empty()
                        : Optional.of(
                            new StreamReports.Sender.Counts(
                                sent, counted, octets, octetsCounted)))),
        receiverReports == 0
            ? Optional.empty()
            : Optional.of(
                new StreamReports.Receiver(
                    receiverReports,
                    fractionLostMax / 256.0,
                    cumulativeLost,
                    jitterSum / receiverReports,
                    jitterMax)),
        roundTrips == 0
            ? Optional.empty()
            : Optional.of(
                new StreamReports.RoundTrip(
                    roundTrips, roundTripMin, roundTripSum / roundTrips, roundTripMax)));
  }
}
