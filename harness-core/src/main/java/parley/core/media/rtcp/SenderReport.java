package parley.core.media.rtcp;

import java.nio.ByteBuffer;
import java.util.List;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/**
 * Sender report, type 200 (RFC 3550 section 6.4.1).
 *
 * @param rtpTimestamp the same instant as {@code ntp} on the payload's clock
 * @param packetCount packets sent since the start, modulo 2³²
 * @param octetCount octets of payload sent since the start, modulo 2³²
 * @param reports at most 31
 * @param extension profile-specific words after the report blocks
 */
public record SenderReport(
    Ssrc sender,
    NtpTime ntp,
    long rtpTimestamp,
    long packetCount,
    long octetCount,
    List<ReportBlock> reports,
    Octets extension)
    implements RtcpPacket {
  static final int TYPE = 200;
  static final int FIXED = 28;

  public SenderReport {
    reports = List.copyOf(reports);
    Fields.checkCount(reports.size(), "report blocks");
    Fields.check32(rtpTimestamp, "RTP timestamp");
    Fields.check32(packetCount, "packet count");
    Fields.check32(octetCount, "octet count");
  }

  @Override
  public Octets encode() {
    ByteBuffer out =
        Fields.begin(
            reports.size(), TYPE, FIXED + ReportBlock.SIZE * reports.size() + extension.length());
    Fields.putSsrc(out, sender);
    out.putLong(ntp.bits())
        .putInt((int) rtpTimestamp)
        .putInt((int) packetCount)
        .putInt((int) octetCount);
    Fields.putReportBlocks(out, reports);
    Fields.put(out, extension);
    return Fields.finish(out);
  }
}
