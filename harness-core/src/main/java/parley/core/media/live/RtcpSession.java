package parley.core.media.live;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import parley.core.media.rtcp.FullIntraRequest;
import parley.core.media.rtcp.Goodbye;
import parley.core.media.rtcp.PictureLossIndication;
import parley.core.media.rtcp.ReceiverReport;
import parley.core.media.rtcp.ReportBlock;
import parley.core.media.rtcp.RtcpCompound;
import parley.core.media.rtcp.RtcpPacket;
import parley.core.media.rtcp.SenderReport;
import parley.core.media.rtcp.SourceDescription;
import parley.core.media.rtp.Ssrc;
import parley.core.wire.Octets;

/** RTCP of one line: reports in time, feedback at once (RFC 3550 §6, RFC 4585, RFC 5104 §4.3.1). */
final class RtcpSession implements AutoCloseable {
  private final ProtectedPair sockets;
  private final OutgoingStream out;
  private final IncomingStream in;
  private final MediaBehaviour behaviour;
  private final String canonicalName;
  private final Duration interval;
  private final Runnable onIntraRequest;
  private final Map<Ssrc, Integer> lastCommands = new HashMap<>();
  private final AtomicInteger command = new AtomicInteger();
  private final AtomicLong intraRequests = new AtomicLong();
  private final AtomicLong reportsReceived = new AtomicLong();
  private volatile @Nullable InetSocketAddress remote;
  private @Nullable Thread reporter;
  private boolean said;

  RtcpSession(
      ProtectedPair sockets,
      OutgoingStream out,
      IncomingStream in,
      MediaBehaviour behaviour,
      String canonicalName,
      Duration interval,
      Runnable onIntraRequest) {
    this.sockets = sockets;
    this.out = out;
    this.in = in;
    this.behaviour = behaviour;
    this.canonicalName = canonicalName;
    this.interval = interval;
    this.onIntraRequest = onIntraRequest;
  }

  /** Reports go to {@code to} from now on. */
  synchronized void start(InetSocketAddress to) {
    remote = to;
    if (reporter == null && !behaviour.noRtcp()) {
      reporter = Thread.ofVirtual().name("rtcp").start(this::report);
    }
  }

  private void report() {
    try {
      while (true) {
        // Half to one and a half of the interval, so that sides do not fall into step (§6.2).
        double factor = 0.5 + ThreadLocalRandom.current().nextDouble();
        Thread.sleep(Duration.ofNanos((long) (interval.toNanos() * factor)));
        send(List.of());
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends a report with our name and {@code more} behind it; false where nobody is there. */
  private synchronized boolean send(List<? extends RtcpPacket> more) {
    InetSocketAddress to = remote;
    if (to == null || behaviour.noRtcp()) {
      return false;
    }
    List<ReportBlock> blocks =
        behaviour.wrongReception()
            ? in.reports().stream().map(RtcpSession::wrong).toList()
            : in.reports();
    Optional<SenderReport> sender = out.report(blocks, behaviour.wrongRtcpCounts());
    List<RtcpPacket> packets = new ArrayList<>();
    packets.add(
        sender
            .<RtcpPacket>map(report -> report)
            .orElseGet(() -> new ReceiverReport(out.ssrc(), blocks, Octets.EMPTY)));
    packets.add(SourceDescription.cname(out.ssrc(), canonicalName));
    packets.addAll(more);
    sockets.sendRtcp(to, RtcpCompound.encode(packets));
    said = true;
    return true;
  }

  /** A report that lies a thousand packets behind and has lost as many. */
  private static ReportBlock wrong(ReportBlock block) {
    return new ReportBlock(
        block.source(),
        block.fractionLost(),
        block.cumulativeLost() + 1000,
        (block.extendedHighestSequence() - 1000) & 0xffff_ffffL,
        block.jitter(),
        block.lastSenderReport(),
        block.delaySinceLastSenderReport());
  }

  void receive(Octets datagram) {
    for (RtcpPacket packet : RtcpCompound.decode(datagram).packets()) {
      switch (packet) {
        case SenderReport report -> {
          reportsReceived.incrementAndGet();
          in.senderReport(report.sender(), report.ntp().middle());
        }
        case ReceiverReport report -> reportsReceived.incrementAndGet();
        case Goodbye goodbye -> goodbye.sources().forEach(in::goodbye);
        case PictureLossIndication loss -> {
          if (isForUs(loss.media())) {
            intraRequested();
          }
        }
        case FullIntraRequest request -> {
          for (FullIntraRequest.Entry entry : request.entries()) {
            if (isForUs(entry.target()) && isNew(request.sender(), entry.commandSequence())) {
              intraRequested();
            }
          }
        }
        default -> {}
      }
    }
  }

  /** Some devices leave the source at zero. */
  private boolean isForUs(Ssrc media) {
    return media.equals(out.ssrc()) || media.value() == 0;
  }

  /** A repeated command number is the same request once more (RFC 5104 §4.3.1.2). */
  private boolean isNew(Ssrc sender, int commandSequence) {
    if (lastCommands.size() > 64) {
      lastCommands.clear();
    }
    Integer before = lastCommands.put(sender, commandSequence);
    return before == null || before != commandSequence;
  }

  private void intraRequested() {
    intraRequests.incrementAndGet();
    onIntraRequest.run();
  }

  /** Asks for an intra picture by PLI and FIR; false where nothing was received to ask about. */
  boolean requestIntra() {
    Optional<Ssrc> media = in.latestSource();
    if (media.isEmpty()) {
      return false;
    }
    return send(
        List.of(
            new PictureLossIndication(out.ssrc(), media.get()),
            FullIntraRequest.of(out.ssrc(), media.get(), command.getAndIncrement() & 0xff)));
  }

  /** Intra requests that came for our stream. */
  long intraRequests() {
    return intraRequests.get();
  }

  /** Sender and receiver reports that came. */
  long reportsReceived() {
    return reportsReceived.get();
  }

  /** Says goodbye, if anything was said before (RFC 3550 §6.3.7). */
  @Override
  public void close() {
    Thread thread;
    synchronized (this) {
      thread = reporter;
      reporter = null;
    }
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    if (said || out.counters().packets() > 0) {
      send(List.of(new Goodbye(List.of(out.ssrc()), Optional.empty())));
    }
  }
}
