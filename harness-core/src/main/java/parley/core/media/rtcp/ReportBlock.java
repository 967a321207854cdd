package parley.core.media.rtcp;

import parley.core.media.rtp.ReceptionReport;
import parley.core.media.rtp.Ssrc;

/**
 * What one receiver says about one source (RFC 3550 section 6.4.1).
 *
 * @param fractionLost of the packets expected since the report before, in 1/256, 0 to 255
 * @param cumulativeLost since reception began, −2²³ to 2²³−1; negative when duplicates came
 * @param extendedHighestSequence cycles in the upper 16 bits
 * @param jitter in units of the payload's clock
 * @param lastSenderReport middle 32 bits of the NTP time of the last sender report, 0 without one
 * @param delaySinceLastSenderReport in 1/65536 s, 0 without one
 */
public record ReportBlock(
    Ssrc source,
    int fractionLost,
    int cumulativeLost,
    long extendedHighestSequence,
    long jitter,
    long lastSenderReport,
    long delaySinceLastSenderReport) {
  static final int SIZE = 24;

  public ReportBlock {
    if (fractionLost < 0 || fractionLost > 255) {
      throw new IllegalArgumentException("a fraction lost has 8 bits: " + fractionLost);
    }
    if (cumulativeLost < -0x80_0000 || cumulativeLost > 0x7f_ffff) {
      throw new IllegalArgumentException("cumulative lost has 24 bits: " + cumulativeLost);
    }
    Fields.check32(extendedHighestSequence, "extended highest sequence number");
    Fields.check32(jitter, "jitter");
    Fields.check32(lastSenderReport, "last sender report");
    Fields.check32(delaySinceLastSenderReport, "delay since last sender report");
  }

  /** With the times of the last sender report, both 0 without one. */
  public static ReportBlock of(
      ReceptionReport report, long lastSenderReport, long delaySinceLastSenderReport) {
    return new ReportBlock(
        report.source(),
        report.fractionLost(),
        report.cumulativeLost(),
        report.extendedHighestSequence(),
        Math.min(report.jitter(), 0xffff_ffffL),
        lastSenderReport,
        delaySinceLastSenderReport);
  }
}
