package parley.core.media.live;

import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.core.call.Format;
import parley.core.call.MediaAgreement;
import parley.core.call.MediaKind;
import parley.core.media.codec.AudioCodec;
import parley.core.media.codec.CodecUnavailable;
import parley.core.media.codec.VideoSettings;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.rtp.Ssrc;
import parley.core.media.video.H264Limits;
import parley.core.media.video.H264Packetiser;
import parley.core.plan.PortRange;
import parley.core.record.Heading;
import parley.core.wire.Octets;

/** Media of one line of a call: its sockets, the stream it sends and the one it receives. */
final class LineMedia implements AutoCloseable {
  /** What all lines of a call share. */
  record Shared(
      MediaSettings settings,
      MediaBehaviour behaviour,
      Lateness lateness,
      String canonicalName,
      long originNanos,
      Consumer<String> problems) {}

  /** The stamps of content are told from those of people by their first digit. */
  private static final long FIRST_CONTENT_PICTURE = 8_000_000;

  /** Octets of an RTP header without extras (RFC 3550 §5.1). */
  private static final int SHORTEST_RTP = 12;

  private final MediaKind kind;
  private final Shared shared;
  private final SocketPair sockets;
  private final ProtectedPair wire;
  private final OutgoingStream out;
  private final IncomingStream in;
  private final RtcpSession rtcp;
  private Optional<SendPlan> plan = Optional.empty();
  private volatile @Nullable Sender sender;
  private @Nullable Thread thread;
  private boolean closed;
  private boolean wasHeld;
  private OptionalLong limit = OptionalLong.empty();

  private LineMedia(
      MediaKind kind,
      Shared shared,
      EventLoopGroup group,
      InetAddress local,
      PortRange ports,
      PacketTap tap)
      throws IOException {
    this.kind = kind;
    this.shared = shared;
    int clockRate = kind == MediaKind.AUDIO ? 8_000 : 90_000;
    long ssrc =
        shared
            .behaviour()
            .ssrcs()
            .getOrDefault(kind, ThreadLocalRandom.current().nextLong(1, 1L << 32));
    this.in = new IncomingStream();
    this.sockets =
        SocketPair.open(group, local, ports, tap, this::onRtp, this::onRtcp, shared.problems());
    this.wire =
        new ProtectedPair(sockets, tap, shared.behaviour().sendInClear(), shared.problems());
    this.out =
        new OutgoingStream(
            wire,
            new Ssrc(ssrc),
            shared.originNanos(),
            clockRate,
            kind == MediaKind.CONTENT ? FIRST_CONTENT_PICTURE : 0);
    this.rtcp =
        new RtcpSession(
            wire,
            out,
            in,
            shared.behaviour(),
            shared.canonicalName(),
            shared.settings().rtcpInterval(),
            this::sendIntra);
  }

  static LineMedia open(
      MediaKind kind,
      Shared shared,
      EventLoopGroup group,
      InetAddress local,
      PortRange ports,
      PacketTap tap)
      throws IOException {
    return new LineMedia(kind, shared, group, local, ports, tap);
  }

  SocketPair sockets() {
    return sockets;
  }

  OutgoingStream out() {
    return out;
  }

  IncomingStream in() {
    return in;
  }

  RtcpSession rtcp() {
    return rtcp;
  }

  private void onRtp(Octets datagram) {
    if (datagram.length() < SHORTEST_RTP && shared.behaviour().silencedByShortDatagrams()) {
      // Not on the thread of the socket: it would wait for the sender, which sends by it.
      Thread.ofVirtual().name("line that falls silent").start(this::fallSilent);
    }
    // RTCP that shares the port (RFC 5761) was not agreed, but it is not media either.
    if (RtpPacket.looksLikeRtcp(datagram)) {
      onRtcp(datagram);
    } else {
      wire.received(datagram).ifPresent(in::receive);
    }
  }

  private void onRtcp(Octets datagram) {
    wire.receivedControl(datagram).ifPresent(rtcp::receive);
  }

  /** Reads from now on what comes as agreed; sends as before. */
  synchronized void expect(MediaAgreement.Line agreed) {
    if (!closed) {
      wire.use(Heading.RECEIVED, agreed.theirProtection());
      in.expect(agreed.theyMaySend());
    }
  }

  /** Does from now on what was agreed; an empty line was refused or left out. */
  synchronized void follow(Optional<MediaAgreement.Line> agreed) {
    if (closed) {
      return;
    }
    Optional<SendPlan> next = agreed.flatMap(SendPlan::of);
    boolean held = agreed.isPresent() && next.isEmpty();
    if (held && shared.behaviour().keepSendingWhenHeld()) {
      prepare(agreed);
      return;
    }
    wasHeld |= held;
    if (shared.behaviour().sendNothing().contains(kind)
        || (wasHeld && shared.behaviour().neverResumes())) {
      next = Optional.empty();
    }
    if (next.equals(plan)) {
      prepare(agreed);
      return;
    }
    // Before the keys: a channel that was closed has none, and nothing of it may go in clear.
    stop();
    prepare(agreed);
    plan = next;
    next.ifPresent(this::begin);
  }

  private void prepare(Optional<MediaAgreement.Line> agreed) {
    agreed.ifPresent(
        line -> {
          wire.use(Heading.SENT, line.ourProtection());
          expect(line);
          rtcp.start(line.theirs().rtcp());
        });
  }

  /** Keeps to this rate from now on; an encoder has its rate for life, so it is opened again. */
  synchronized void limit(OptionalLong bitsPerSecond) {
    boolean silent = isSilenced();
    limit = bitsPerSecond;
    if (closed || (kind == MediaKind.AUDIO && silent == isSilenced())) {
      return;
    }
    stop();
    plan.ifPresent(this::begin);
  }

  private boolean isSilenced() {
    return limit.isPresent() && limit.getAsLong() == 0;
  }

  private void begin(SendPlan now) {
    if (isSilenced()) {
      return;
    }
    Sender begun = now.isVideo() ? video(now) : audio(now);
    sender = begun;
    // A platform thread: an encoder stays in native code for many milliseconds, and on a virtual
    // thread it would keep a carrier from everybody else, scripts included.
    thread = Thread.ofPlatform().daemon().name("send-" + kind).start(() -> run(begun));
  }

  private void run(Sender begun) {
    try {
      begun.run();
    } catch (CodecUnavailable unavailable) {
      shared.problems().accept(String.valueOf(unavailable.getMessage()));
    } catch (RuntimeException failure) {
      shared.problems().accept("sending " + kind + " failed: " + failure);
    }
  }

  private Sender audio(SendPlan now) {
    AudioCodec codec = AudioCodec.of(now.format()).orElseThrow();
    return new AudioSender(codec, payloadType(now.format()), now, out, shared.lateness());
  }

  private Sender video(SendPlan now) {
    H264Limits limits = H264Limits.of(now.format());
    MediaSettings settings = shared.settings();
    VideoSettings chosen =
        shared
            .behaviour()
            .ignoreLevel()
            .orElseGet(
                () ->
                    VideoChoice.choose(
                        kind == MediaKind.CONTENT ? settings.content() : settings.video(),
                        limits,
                        limit));
    int mode = shared.behaviour().packetizationMode().orElse(limits.packetizationMode());
    VideoPacking packing =
        new VideoPacking(
            new H264Packetiser(mode, settings.mostPayloadOctets()), shared.behaviour());
    return new VideoSender(chosen, packing, payloadType(now.format()), now, out, shared.lateness());
  }

  private int payloadType(Format format) {
    return shared.behaviour().payloadTypes().getOrDefault(kind, format.payloadType());
  }

  /** Sends an IDR picture next, unless this side ignores such requests. */
  void sendIntra() {
    Sender now = sender;
    if (now != null && !shared.behaviour().ignoreIntraRequests()) {
      now.forceIntra();
    }
  }

  /** Sends a datagram as it is, from where RTP is sent to where it is sent to. */
  synchronized void sendAsItIs(Octets datagram) {
    plan.ifPresent(now -> sockets.sendRtp(now.rtp(), datagram));
  }

  private synchronized void fallSilent() {
    stop();
  }

  private void stop() {
    Thread running = thread;
    thread = null;
    sender = null;
    if (running != null) {
      running.interrupt();
      try {
        running.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    stop();
    rtcp.close();
    sockets.close();
  }
}
