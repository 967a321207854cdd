package parley.core.media.live;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import parley.core.call.MediaKind;
import parley.core.media.codec.AudioCodec;
import parley.core.media.codec.AudioDecoder;
import parley.core.media.codec.AudioEncoder;
import parley.core.media.codec.CodecUnavailable;
import parley.core.media.codec.VideoDecoder;
import parley.core.media.codec.VideoEncoder;
import parley.core.media.codec.VideoSettings;
import parley.core.media.signal.SpeechSignal;
import parley.core.media.signal.TestPicture;
import parley.core.plan.PortRange;

/** Opens media for calls on one local address; each datagram of all of them goes to one tap. */
public final class MediaPlane implements AutoCloseable {
  private final InetAddress local;
  private final PortRange ports;
  private final PacketTap tap;
  private final MediaSettings settings;
  private final Lateness lateness;
  private final EventLoopGroup group;
  private final Set<CallMedia> open = ConcurrentHashMap.newKeySet();

  public MediaPlane(InetAddress local, PortRange ports, PacketTap tap) {
    this(local, ports, tap, MediaSettings.standard());
  }

  public MediaPlane(InetAddress local, PortRange ports, PacketTap tap, MediaSettings settings) {
    this.local = local;
    this.ports = ports;
    this.tap = tap;
    this.settings = settings;
    this.lateness = new Lateness(settings.lateLimit());
    this.group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  }

  /**
   * Loads the native code and codes a second of each medium, so that the first call is not late for
   * what the virtual machine has still to learn; part of the preflight.
   */
  public static void warmUp() throws CodecUnavailable {
    VideoSettings video = VideoSettings.standard();
    try (VideoEncoder encoder = VideoEncoder.open(video);
        VideoDecoder decoder = VideoDecoder.open()) {
      TestPicture picture = new TestPicture(video.width(), video.height());
      for (int i = 0; i < video.framesPerSecond(); i++) {
        decoder.decode(encoder.encode(picture.frame(i, i)), i);
      }
    }
    for (AudioCodec codec : AudioCodec.values()) {
      SpeechSignal speech = new SpeechSignal(codec.sampleRate());
      int packet = codec.samplesPerPacket();
      try (AudioEncoder encoder = AudioEncoder.open(codec);
          AudioDecoder decoder = AudioDecoder.open(codec)) {
        for (int i = 0; i < 25; i++) {
          decoder.decode(encoder.encode(speech.samples((long) i * packet, packet)));
        }
      }
    }
  }

  /** Media of a call that behaves. */
  public CallMedia open(List<MediaKind> kinds) throws IOException {
    return open(kinds, MediaBehaviour.CORRECT);
  }

  /**
   * Media of one call.
   *
   * @param kinds its lines, each kind once
   * @throws IOException where the address is not ours or no ports are free
   */
  public CallMedia open(List<MediaKind> kinds, MediaBehaviour behaviour) throws IOException {
    CopyOnWriteArrayList<String> problems = new CopyOnWriteArrayList<>();
    LineMedia.Shared shared =
        new LineMedia.Shared(
            settings, behaviour, lateness, canonicalName(), System.nanoTime(), problems::add);
    Map<MediaKind, LineMedia> lines = new EnumMap<>(MediaKind.class);
    try {
      for (MediaKind kind : kinds) {
        lines.put(kind, LineMedia.open(kind, shared, group, local, ports, tap));
      }
    } catch (IOException failure) {
      lines.values().forEach(LineMedia::close);
      throw failure;
    }
    CallMedia media = new CallMedia(lines, problems, open::remove);
    open.add(media);
    return media;
  }

  /** How punctual the senders of all calls have been. */
  public Lateness lateness() {
    return lateness;
  }

  /** A name for this call only, the same on all its lines (RFC 7022 §4.2). */
  private static String canonicalName() {
    byte[] random = new byte[12];
    ThreadLocalRandom.current().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Closes the media of calls that are still open, and all threads. */
  @Override
  public void close() {
    List.copyOf(open).forEach(CallMedia::close);
    group
        .shutdownGracefully(0, Duration.ofSeconds(2).toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly();
  }
}
