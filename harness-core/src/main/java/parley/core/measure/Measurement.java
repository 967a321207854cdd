package parley.core.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.core.call.Format;
import parley.core.media.rtcp.ReceiverReport;
import parley.core.media.rtcp.ReportBlock;
import parley.core.media.rtcp.RtcpCompound;
import parley.core.media.rtcp.RtcpPacket;
import parley.core.media.rtcp.SenderReport;
import parley.core.media.rtp.PayloadClocks;
import parley.core.media.rtp.RtpHeader;
import parley.core.record.CaptureScan;
import parley.core.record.DatagramView;
import parley.core.record.Packet;

/**
 * Measures every RTP stream of a capture in one go over its packets. Where signalling names clocks
 * that only it can know, it must go over them again with the announcements: {@link
 * #timedOtherwiseBy} tells.
 *
 * <p>What is RTP is decided at the end, when all is known: see {@link MeasuredStream.Evidence}.
 * Until then whatever begins like RTP is followed.
 *
 * <p>Not thread-safe.
 */
public final class Measurement implements CaptureScan.Visitor {
  private static final int MOST_INTERVALS = 1 << 21;
  private static final int MOST_EARLY = 1024;

  /** A sender report that came before the first packet of its stream. */
  private record Early(
      long timeNanos,
      long sourceHigh,
      long sourceLow,
      long destinationHigh,
      long destinationLow,
      SenderReport report) {
    Early(DatagramView datagram, SenderReport report) {
      this(
          datagram.timeNanos(),
          datagram.sourceHigh(),
          datagram.sourceLow(),
          datagram.destinationHigh(),
          datagram.destinationLow(),
          report);
    }

    boolean goesWith(DatagramView datagram) {
      return sourceHigh == datagram.sourceHigh()
          && sourceLow == datagram.sourceLow()
          && destinationHigh == datagram.destinationHigh()
          && destinationLow == datagram.destinationLow();
    }
  }

  private final Announcements announcements;
  private final StreamTable table = new StreamTable();
  private final Map<Map<Integer, Integer>, PayloadClocks> clocks = new HashMap<>();
  private final Intervals.Room room = new Intervals.Room(MOST_INTERVALS);
  private final SignallingPackets signalling = new SignallingPackets();
  private final Map<Long, Early> early =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Early> eldest) {
          return size() > MOST_EARLY;
        }
      };
  private long others;
  private long datagrams;
  private long untracked;
  private long cut;
  private long rtcp;
  private long rtcpUnread;

  public Measurement(Announcements announcements) {
    this.announcements = announcements;
  }

  @Override
  public void other(Packet packet) {
    others++;
    signalling.offer(packet);
  }

  @Override
  public void datagram(DatagramView datagram) {
    datagrams++;
    byte[] octets = datagram.octets();
    int at = datagram.at();
    if (!RtpHeader.begins(octets, at, datagram.captured())) {
      if (datagram.captured() >= 8 && (octets[at] & 0xc0) == 0x80 && RtpHeader.isRtcp(octets, at)) {
        rtcp(datagram);
      } else {
        signalling.datagram(datagram);
      }
      return;
    }
    if (RtpHeader.isRtcp(octets, at)) {
      rtcp(datagram);
      return;
    }
    int payloadLength = RtpHeader.payloadLength(octets, at, datagram.length(), datagram.captured());
    if (payloadLength < 0) {
      signalling.datagram(datagram);
      return;
    }
    long ssrc = RtpHeader.ssrc(octets, at);
    TrackedStream stream = table.find(datagram, ssrc);
    if (stream == null) {
      stream = begin(datagram, ssrc);
      if (stream == null) {
        untracked++;
        return;
      }
    }
    if (datagram.captured() < datagram.length()) {
      cut++;
    }
    stream.accept(
        datagram,
        RtpHeader.marker(octets, at),
        RtpHeader.payloadType(octets, at),
        RtpHeader.sequence(octets, at),
        RtpHeader.timestamp(octets, at),
        payloadLength);
  }

  private @Nullable TrackedStream begin(DatagramView datagram, long ssrc) {
    TrackedStream stream = new TrackedStream(datagram, ssrc, clocks(datagram), room);
    if (!table.add(datagram, stream)) {
      return null;
    }
    Early before = early.remove(ssrc);
    if (before != null && before.goesWith(datagram)) {
      stream.reported(before.timeNanos, before.report);
    }
    return stream;
  }

  /** Streams of the same formats share the table of their clocks. */
  private PayloadClocks clocks(DatagramView datagram) {
    if (announcements.addresses() == 0) {
      return PayloadClocks.STATIC;
    }
    Map<Integer, Integer> rates = new HashMap<>();
    Map<Integer, Format> formats =
        announcements.formats(datagram.source(), datagram.destination(), datagram.timeNanos());
    formats.forEach((type, format) -> rates.put(type, TrackedStream.clockRate(format)));
    return rates.isEmpty()
        ? PayloadClocks.STATIC
        : clocks.computeIfAbsent(rates, PayloadClocks::with);
  }

  private void rtcp(DatagramView datagram) {
    if (datagram.captured() < datagram.length()) {
      rtcpUnread++;
      return;
    }
    RtcpCompound compound = RtcpCompound.decode(datagram.payload());
    if (compound.packets().isEmpty()) {
      // Not even its head fits: another protocol that looks like RTCP in its first octets.
      signalling.datagram(datagram);
      return;
    }
    if (!compound.isSound()) {
      rtcpUnread++;
      return;
    }
    rtcp++;
    for (RtcpPacket packet : compound.packets()) {
      if (packet instanceof SenderReport report) {
        table
            .sentBy(report.sender().value(), datagram)
            .ifPresentOrElse(
                stream -> stream.reported(datagram.timeNanos(), report),
                () -> early.put(report.sender().value(), new Early(datagram, report)));
        blocks(datagram, report.reports());
      } else if (packet instanceof ReceiverReport report) {
        blocks(datagram, report.reports());
      }
    }
  }

  private void blocks(DatagramView datagram, List<ReportBlock> blocks) {
    for (ReportBlock block : blocks) {
      table
          .receivedBy(block.source().value(), datagram)
          .ifPresent(stream -> stream.reportedOn(datagram.timeNanos(), block));
    }
  }

  /** What of the packets may be signalling, as far as there was room to keep it. */
  public List<Packet> signalling() {
    return List.copyOf(signalling.packets());
  }

  /** Packets that may be signalling and were not kept. */
  public long signallingPassedOver() {
    return signalling.passedOver();
  }

  /** Whether these announcements give some stream clocks it was not timed with. */
  public boolean timedOtherwiseBy(Announcements known) {
    return table.all().stream().anyMatch(stream -> stream.timedOtherwiseBy(known));
  }

  /**
   * The figures up to now.
   *
   * @param known what signalling says: of codecs, and of addresses that are media's
   */
  public MeasuredCapture values(Announcements known) {
    List<MeasuredStream> streams = new ArrayList<>();
    long unrecognised = 0;
    for (TrackedStream stream : table.all()) {
      Optional<MeasuredStream.Evidence> evidence = stream.evidence(known);
      if (evidence.isPresent()) {
        streams.add(stream.values(known, evidence.get()));
      } else {
        unrecognised += stream.statistics().packets();
      }
    }
    return new MeasuredCapture(
        datagrams + others, datagrams, streams, unrecognised, untracked, cut, rtcp, rtcpUnread);
  }
}
