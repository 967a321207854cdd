package parley.core.media.live;

import parley.core.media.rtcp.ReportBlock;
import parley.core.media.rtp.PayloadClocks;
import parley.core.media.rtp.ReceptionReport;
import parley.core.media.rtp.ReceptionStatistics;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.rtp.Ssrc;

/** What our reports say of one source (RFC 3550 §6.4.1). Not thread-safe. */
final class Reception {
  private final ReceptionStatistics statistics;
  private long lastSenderReport;
  private long lastSenderReportNanos;

  Reception(Ssrc source, PayloadClocks clocks) {
    this.statistics = new ReceptionStatistics(source, clocks);
  }

  /**
   * @param nanos monotonic time of arrival
   */
  void packet(RtpPacket packet, long nanos) {
    statistics.accept(nanos, packet);
  }

  void senderReport(long middleOfNtp, long nanos) {
    lastSenderReport = middleOfNtp;
    lastSenderReportNanos = nanos;
  }

  ReportBlock report(long nanos) {
    ReceptionReport figures = statistics.report();
    long delay =
        lastSenderReport == 0 ? 0 : (long) ((nanos - lastSenderReportNanos) * 1e-9 * 65536);
    return new ReportBlock(
        figures.source(),
        figures.fractionLost(),
        figures.cumulativeLost(),
        figures.extendedHighestSequence(),
        figures.jitter() & 0xffff_ffffL,
        lastSenderReport,
        delay & 0xffff_ffffL);
  }
}
