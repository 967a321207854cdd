package parley.core.media.live;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import parley.core.media.jitsi.OutgoingRtp;
import parley.core.media.rtcp.NtpTime;
import parley.core.media.rtcp.ReportBlock;
import parley.core.media.rtcp.SenderReport;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/** The one RTP stream a line sends: it goes on through holds and changes of format. */
final class OutgoingStream {
  private final ProtectedPair sockets;
  private final Ssrc ssrc;
  private final long timestampBase;
  private final long originNanos;
  private int sequence;
  private int clockRate;
  private long pictures;
  private boolean sentSinceReport;
  private MediaCounters counters = MediaCounters.NONE;

  /**
   * @param originNanos {@link System#nanoTime()} at media time 0
   * @param firstPicture number of the first picture
   */
  OutgoingStream(
      ProtectedPair sockets, Ssrc ssrc, long originNanos, int usualClockRate, long firstPicture) {
    this.sockets = sockets;
    this.ssrc = ssrc;
    this.originNanos = originNanos;
    this.clockRate = usualClockRate;
    this.pictures = firstPicture;
    this.timestampBase = ThreadLocalRandom.current().nextLong(1L << 32);
    this.sequence = ThreadLocalRandom.current().nextInt(1 << 15);
  }

  Ssrc ssrc() {
    return ssrc;
  }

  long originNanos() {
    return originNanos;
  }

  /** Number of the next picture of the line, whatever encoder codes it. */
  synchronized long nextPicture() {
    return pictures++;
  }

  synchronized void clockRate(int ticksPerSecond) {
    clockRate = ticksPerSecond;
  }

  /**
   * Sends one packet.
   *
   * @param ticks media time in ticks of the payload's clock
   */
  synchronized void send(
      InetSocketAddress to, int payloadType, long ticks, boolean marker, Octets payload) {
    Octets packet =
        OutgoingRtp.build(payloadType, sequence, timestamp(ticks), ssrc.value(), marker, payload);
    sequence = (sequence + 1) & 0xffff;
    counters = counters.plus(ssrc, payloadType, payload.length(), Instant.now());
    sentSinceReport = true;
    sockets.sendRtp(to, packet);
  }

  synchronized MediaCounters counters() {
    return counters;
  }

  /** A sender report if anything was sent since the report before (RFC 3550 §6.4). */
  synchronized Optional<SenderReport> report(
      java.util.List<ReportBlock> blocks, boolean wrongCounts) {
    if (!sentSinceReport) {
      return Optional.empty();
    }
    sentSinceReport = false;
    Instant now = Instant.now();
    long elapsed = System.nanoTime() - originNanos;
    long ticks = Math.round(elapsed * 1e-9 * clockRate);
    long packets = wrongCounts ? 2 * counters.packets() + 1000 : counters.packets();
    long octets = wrongCounts ? 2 * counters.octets() + 100_000 : counters.octets();
    return Optional.of(
        new SenderReport(
            ssrc,
            NtpTime.ofUnixNanos(now.getEpochSecond() * 1_000_000_000L + now.getNano()),
            timestamp(ticks),
            packets & 0xffff_ffffL,
            octets & 0xffff_ffffL,
            blocks,
            Octets.EMPTY));
  }

  private long timestamp(long ticks) {
    return (timestampBase + ticks) & 0xffff_ffffL;
  }
}
