package parley.core.measure;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.media.rtcp.ReportBlock;
import parley.core.media.rtcp.SenderReport;
import parley.core.media.rtp.ClockSkew;
import parley.core.media.rtp.PayloadClocks;
import parley.core.media.rtp.ReceptionStatistics;
import parley.core.media.rtp.RtpStream;
import parley.core.media.rtp.Ssrc;
import parley.core.media.rtp.StaticPayload;
import parley.core.record.DatagramView;

/** A stream while it is measured, or what may turn out to be none. */
final class TrackedStream {
  private static final int MOST_PAYLOADS = 8;

  /** Packets in order that make a stream where nothing but their content speaks for it. */
  private static final int LEAST_PACKETS = 4;

  final long ssrc;
  final long sourceHigh;
  final long sourceLow;
  final long destinationHigh;
  final long destinationLow;
  final int ports;

  private final PayloadClocks clocks;
  private final ReceptionStatistics statistics;
  private final ClockSkew skew = new ClockSkew();
  private final Intervals intervals;
  private final ReportedStream reports = new ReportedStream();
  private final long firstNanos;
  private final long firstNumber;
  private boolean senderReported;
  private long lastNanos;
  private long networkOctets;
  private final byte[] types = new byte[MOST_PAYLOADS];
  private final long[] counts = new long[MOST_PAYLOADS];
  private int payloads;

  TrackedStream(DatagramView datagram, long ssrc, PayloadClocks clocks, Intervals.Room room) {
    this.ssrc = ssrc;
    this.clocks = clocks;
    sourceHigh = datagram.sourceHigh();
    sourceLow = datagram.sourceLow();
    destinationHigh = datagram.destinationHigh();
    destinationLow = datagram.destinationLow();
    ports = datagram.ports();
    firstNanos = datagram.timeNanos();
    firstNumber = datagram.number();
    statistics = new ReceptionStatistics(new Ssrc(ssrc), clocks);
    intervals = new Intervals(room, firstNanos);
  }

  boolean is(DatagramView datagram, long otherSsrc) {
    return ssrc == otherSsrc
        && ports == datagram.ports()
        && sourceLow == datagram.sourceLow()
        && destinationLow == datagram.destinationLow()
        && sourceHigh == datagram.sourceHigh()
        && destinationHigh == datagram.destinationHigh();
  }

  void accept(
      DatagramView datagram,
      boolean marker,
      int payloadType,
      int sequence,
      long timestamp,
      int payloadLength) {
    long time = datagram.timeNanos();
    long lostBefore = statistics.lostSoFar();
    statistics.accept(time, marker, payloadType, sequence, timestamp, payloadLength);
    intervals.accept(time, datagram.networkOctets(), lostBefore, statistics.jitterMillis());
    skew.accept(time, timestamp, clocks.rate(payloadType));
    networkOctets += datagram.networkOctets();
    lastNanos = time;
    if (types[0] == payloadType && payloads > 0) {
      counts[0]++;
    } else {
      count(payloadType);
    }
  }

  /** More payload types than there is room for count with the last. */
  private void count(int payloadType) {
    for (int i = 0; i < payloads; i++) {
      if (types[i] == payloadType || i == MOST_PAYLOADS - 1) {
        counts[i]++;
        return;
      }
    }
    types[payloads] = (byte) payloadType;
    counts[payloads] = 1;
    payloads++;
  }

  void reported(long timeNanos, SenderReport report) {
    senderReported = true;
    reports.sender(timeNanos, report, statistics);
  }

  void reportedOn(long timeNanos, ReportBlock block) {
    reports.receiver(timeNanos, block);
  }

  ReceptionStatistics statistics() {
    return statistics;
  }

  /**
   * How well a datagram of RTCP goes with this stream: 2 where it went between its hosts and by its
   * ports, the same or the next (RFC 3550 section 11), 1 where only the hosts agree, else 0.
   *
   * @param back true for what goes the other way
   */
  int match(DatagramView datagram, boolean back) {
    boolean hosts =
        back
            ? sourceHigh == datagram.destinationHigh()
                && sourceLow == datagram.destinationLow()
                && destinationHigh == datagram.sourceHigh()
                && destinationLow == datagram.sourceLow()
            : sourceHigh == datagram.sourceHigh()
                && sourceLow == datagram.sourceLow()
                && destinationHigh == datagram.destinationHigh()
                && destinationLow == datagram.destinationLow();
    int theirs = back ? Integer.rotateLeft(datagram.ports(), 16) : datagram.ports();
    boolean same = near(theirs >>> 16, ports >>> 16) && near(theirs & 0xffff, ports & 0xffff);
    return !hosts ? 0 : same ? 2 : 1;
  }

  private static boolean near(int control, int media) {
    return control == media || control == media + 1;
  }

  /** Of its first packet in the capture. */
  long firstNumber() {
    return firstNumber;
  }

  long lastNanos() {
    return lastNanos;
  }

  /** Of no more packets than chance gives. */
  boolean slight() {
    return statistics.packets() < LEAST_PACKETS;
  }

  InetSocketAddress source() {
    return DatagramView.address(sourceHigh, sourceLow, ports >>> 16);
  }

  InetSocketAddress destination() {
    return DatagramView.address(destinationHigh, destinationLow, ports & 0xffff);
  }

  /** Whether these announcements give a payload type that came a clock it was not timed with. */
  boolean timedOtherwiseBy(Announcements announcements) {
    Map<Integer, Format> formats = announcements.formats(source(), destination(), firstNanos);
    for (int i = 0; i < payloads; i++) {
      Format format = formats.get((int) types[i]);
      if (format != null && clockRate(format) != clocks.rate(types[i])) {
        return true;
      }
    }
    return false;
  }

  /** Telephone events stand still on the clock (RFC 4733 section 2.2.1): none. */
  static int clockRate(Format format) {
    return format.is("telephone-event") ? 0 : format.clockRate();
  }

  /** Empty where this seems no RTP. */
  Optional<MeasuredStream.Evidence> evidence(Announcements announcements) {
    if (announcements.name(source(), destination())) {
      return Optional.of(MeasuredStream.Evidence.SIGNALLING);
    }
    if (senderReported) {
      return Optional.of(MeasuredStream.Evidence.RTCP);
    }
    return countsLikeRtp() ? Optional.of(MeasuredStream.Evidence.CONTENT) : Optional.empty();
  }

  /**
   * Numbers that go up without many holes, repetitions or leaps, and a payload type that may be: 64
   * to 95 would be RTCP's where both share a port (RFC 5761 section 4).
   */
  private boolean countsLikeRtp() {
    RtpStream figures = statistics.stream();
    long distinct = statistics.distinct();
    return distinct >= LEAST_PACKETS
        && figures.missing() <= distinct
        && 4 * figures.strays() <= figures.packets()
        && 2 * figures.duplicates() <= figures.packets()
        && (types[0] < 64 || types[0] >= 96);
  }

  MeasuredStream values(Announcements announcements, MeasuredStream.Evidence foundBy) {
    Map<Integer, Format> formats = announcements.formats(source(), destination(), firstNanos);
    List<MeasuredStream.Payload> all = new ArrayList<>();
    for (int i = 0; i < payloads; i++) {
      all.add(payload(formats, types[i], counts[i]));
    }
    all.sort(Comparator.comparingLong(MeasuredStream.Payload::packets).reversed());
    return new MeasuredStream(
        source(),
        destination(),
        all,
        foundBy,
        statistics.stream(),
        statistics.losses(),
        networkOctets,
        skew.estimate(),
        intervals.seconds(),
        intervals.values(statistics.lostSoFar()),
        reports.values());
  }

  private MeasuredStream.Payload payload(Map<Integer, Format> formats, int type, long packets) {
    Optional<String> codec =
        Optional.ofNullable(formats.get(type))
            .map(Format::codec)
            .or(() -> StaticPayload.of(type).map(StaticPayload::codec));
    return new MeasuredStream.Payload(type, packets, codec, clocks.rate(type));
  }
}
