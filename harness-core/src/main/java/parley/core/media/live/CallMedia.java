package parley.core.media.live;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.MediaLine;
import parley.core.wire.Octets;

/**
 * Media of one live call. Sockets are open from the start, so that their addresses can be offered;
 * sending begins with the first agreement.
 */
public final class CallMedia implements AutoCloseable {
  private final Map<MediaKind, LineMedia> lines;
  private final List<String> problems;
  private final Consumer<CallMedia> onClose;

  CallMedia(
      Map<MediaKind, LineMedia> lines,
      CopyOnWriteArrayList<String> problems,
      Consumer<CallMedia> onClose) {
    this.lines = Collections.unmodifiableMap(new EnumMap<>(lines));
    this.problems = problems;
    this.onClose = onClose;
  }

  public Set<MediaKind> kinds() {
    return lines.keySet();
  }

  /** Where we want RTP of this kind; the same port it is sent from (RFC 4961). */
  public InetSocketAddress address(MediaKind kind) {
    return line(kind).sockets().rtpAddress();
  }

  /** Where we want RTCP of this kind: the next port. */
  public InetSocketAddress rtcpAddress(MediaKind kind) {
    return line(kind).sockets().rtcpAddress();
  }

  /** Our line of an offer or an answer. */
  public MediaLine describe(MediaKind kind, MediaDirection direction, List<Format> formats) {
    return new MediaLine(kind, address(kind), rtcpAddress(kind), direction, formats);
  }

  /**
   * Reads from now on what comes as agreed, and sends as before. The other side may send as soon as
   * its line is agreed, which can be before all others are, so that its keys are wanted then.
   */
  public void expect(MediaAgreement agreement) {
    lines.forEach((kind, line) -> agreement.line(kind).ifPresent(line::expect));
  }

  /**
   * Sends as agreed from now on: the first format the other side prefers that we can code, in the
   * directions agreed, to the addresses agreed. Later agreements (hold, resume, other formats) come
   * the same way; what does not change goes on without a break.
   */
  public void start(MediaAgreement agreement) {
    lines.forEach((kind, line) -> line.follow(agreement.line(kind)));
  }

  /**
   * Sends no faster than that from now on, whatever is agreed. Video is coded anew; a voice has the
   * rate of its codec, so of a limit it knows only 0, which is silence.
   *
   * @param bitsPerSecond of payload; empty for no limit but those agreed
   */
  public void limitRate(MediaKind kind, OptionalLong bitsPerSecond) {
    line(kind).limit(bitsPerSecond);
  }

  /** Sends an IDR picture next: the other side asked for one on the signalling path. */
  public void sendIntra(MediaKind kind) {
    line(kind).sendIntra();
  }

  /**
   * Asks for an intra picture by RTCP, with PLI (RFC 4585 §6.3.1) and FIR (RFC 5104 §4.3.1).
   *
   * @return false where no packet has come yet that could be asked about
   */
  public boolean requestIntra(MediaKind kind) {
    return line(kind).rtcp().requestIntra();
  }

  /**
   * Sends a datagram that need not be RTP, empty for one, from where RTP of this kind is sent to
   * where it is sent to; nothing is sent before that is agreed.
   */
  public void sendAsItIs(MediaKind kind, Octets datagram) {
    line(kind).sendAsItIs(datagram);
  }

  public MediaCounters received(MediaKind kind) {
    return line(kind).in().counters();
  }

  public MediaCounters sent(MediaKind kind) {
    return line(kind).out().counters();
  }

  /** Intra requests by PLI or FIR that came for what we send. */
  public long intraRequestsReceived(MediaKind kind) {
    return line(kind).rtcp().intraRequests();
  }

  /** RTCP sender and receiver reports that came. */
  public long reportsReceived(MediaKind kind) {
    return line(kind).rtcp().reportsReceived();
  }

  /**
   * Waits until so many packets more than now have come.
   *
   * @return false where they did not come in time
   */
  public boolean awaitMedia(MediaKind kind, long packets, Duration timeout)
      throws InterruptedException {
    return line(kind).in().awaitMore(packets, timeout);
  }

  /** What kept this side from sending as agreed: a codec that is not there, a socket error. */
  public List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    lines.forEach(
        (kind, line) -> {
          long failures = line.sockets().failures();
          if (failures > 0) {
            all.add(failures + " datagrams of " + kind + " could not be sent");
          }
        });
    return List.copyOf(all);
  }

  /** Stops sending, says goodbye by RTCP and frees the ports. */
  @Override
  public void close() {
    lines.values().forEach(LineMedia::close);
    onClose.accept(this);
  }

  private LineMedia line(MediaKind kind) {
    LineMedia line = lines.get(kind);
    if (line == null) {
      throw new IllegalArgumentException("this call was opened without " + kind);
    }
    return line;
  }
}
