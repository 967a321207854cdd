package parley.core.media.rtcp;

import java.nio.ByteBuffer;
import java.util.List;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/**
 * Receiver report, type 201 (RFC 3550 section 6.4.2).
 *
 * @param reports at most 31
 * @param extension profile-specific words after the report blocks
 */
public record ReceiverReport(Ssrc sender, List<ReportBlock> reports, Octets extension)
    implements RtcpPacket {
  static final int TYPE = 201;
  static final int FIXED = 8;

  public ReceiverReport {
    reports = List.copyOf(reports);
    Fields.checkCount(reports.size(), "report blocks");
  }

  @Override
  public Octets encode() {
    ByteBuffer out =
        Fields.begin(
            reports.size(), TYPE, FIXED + ReportBlock.SIZE * reports.size() + extension.length());
    Fields.putSsrc(out, sender);
    Fields.putReportBlocks(out, reports);
    Fields.put(out, extension);
    return Fields.finish(out);
  }
}
