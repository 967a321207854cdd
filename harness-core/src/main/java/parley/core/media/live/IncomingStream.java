package parley.core.media.live;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.core.call.Format;
import parley.core.media.rtcp.ReportBlock;
import parley.core.media.rtp.PayloadClocks;
import parley.core.media.rtp.RtpDecoded;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/** What one line receives: counters for scripts and figures for our reports. */
final class IncomingStream {
  private static final int MOST_SOURCES = 31;

  /** Of all formats ever agreed for the line; a source keeps those of when it began. */
  private final Map<Integer, Integer> clockRates = new LinkedHashMap<>();

  private final Map<Ssrc, Reception> sources = new LinkedHashMap<>();
  private final Set<Ssrc> heardSinceReport = new HashSet<>();
  private MediaCounters counters = MediaCounters.NONE;

  synchronized void expect(List<Format> formats) {
    formats.forEach(format -> clockRates.put(format.payloadType(), format.clockRate()));
  }

  synchronized void receive(Octets datagram) {
    if (!(RtpPacket.decode(datagram) instanceof RtpDecoded.Read(RtpPacket packet))) {
      return;
    }
    counters =
        counters.plus(
            packet.ssrc(), packet.payloadType(), packet.payload().length(), Instant.now());
    if (sources.containsKey(packet.ssrc()) || sources.size() < MOST_SOURCES) {
      heardSinceReport.add(packet.ssrc());
      sources
          .computeIfAbsent(
              packet.ssrc(), source -> new Reception(source, PayloadClocks.with(clockRates)))
          .packet(packet, System.nanoTime());
    }
    notifyAll();
  }

  synchronized void senderReport(Ssrc sender, long middleOfNtp) {
    Reception reception = sources.get(sender);
    if (reception != null) {
      reception.senderReport(middleOfNtp, System.nanoTime());
    }
  }

  synchronized void goodbye(Ssrc source) {
    sources.remove(source);
    heardSinceReport.remove(source);
  }

  /** A block for each source heard since the last report (§6.4). */
  synchronized List<ReportBlock> reports() {
    long now = System.nanoTime();
    List<ReportBlock> blocks =
        sources.entrySet().stream()
            .filter(entry -> heardSinceReport.contains(entry.getKey()))
            .map(entry -> entry.getValue().report(now))
            .toList();
    heardSinceReport.clear();
    return blocks;
  }

  synchronized Optional<Ssrc> latestSource() {
    return counters.ssrc();
  }

  synchronized MediaCounters counters() {
    return counters;
  }

  synchronized boolean awaitMore(long packets, Duration timeout) throws InterruptedException {
    long wanted = counters.packets() + packets;
    long end = System.nanoTime() + timeout.toNanos();
    while (counters.packets() < wanted) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
