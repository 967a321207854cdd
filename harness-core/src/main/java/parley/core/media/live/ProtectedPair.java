package parley.core.media.live;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import parley.core.call.MediaProtection;
import parley.core.media.protection.StreamProtection;
import parley.core.media.protection.Transformed;
import parley.core.record.Heading;
import parley.core.wire.Octets;

/**
 * The sockets of a line with what protects its media: packets are given and taken in clear, and
 * past the tap they go as they are on the wire.
 */
final class ProtectedPair {
  private static final int MOST_TOLD = 20;

  private final SocketPair sockets;
  private final PacketTap tap;
  private final boolean sendInClear;
  private final Consumer<String> problems;
  private final StreamProtection sent = new StreamProtection();
  private final StreamProtection received = new StreamProtection();

  /** Each problem is told once: a wrong key spoils every packet. */
  private final ConcurrentHashMap.KeySetView<String, Boolean> told = ConcurrentHashMap.newKeySet();

  /**
   * @param sendInClear a fault: does not protect what was agreed to be
   */
  ProtectedPair(SocketPair sockets, PacketTap tap, boolean sendInClear, Consumer<String> problems) {
    this.sockets = sockets;
    this.tap = tap;
    this.sendInClear = sendInClear;
    this.problems = problems;
  }

  /** Protects so from now on. The key is in the record before the first packet that needs it. */
  synchronized void use(Heading heading, Optional<MediaProtection> protection) {
    StreamProtection stream = heading == Heading.SENT ? sent : received;
    if (!protection.equals(stream.agreed())) {
      tap.protection(heading, sockets.rtpAddress(), protection);
      stream.use(protection);
    }
  }

  void sendRtp(InetSocketAddress to, Octets packet) {
    ready(sendInClear ? new Transformed.Packet(packet) : sent.protect(packet))
        .ifPresent(octets -> sockets.sendRtp(to, octets));
  }

  void sendRtcp(InetSocketAddress to, Octets packet) {
    ready(sendInClear ? new Transformed.Packet(packet) : sent.protectControl(packet))
        .ifPresent(octets -> sockets.sendRtcp(to, octets));
  }

  /** An RTP packet that came, in clear; empty where it cannot be read. */
  Optional<Octets> received(Octets packet) {
    return clear(received.unprotect(packet));
  }

  /** RTCP that came, in clear; empty where it cannot be read. */
  Optional<Octets> receivedControl(Octets packet) {
    return clear(received.unprotectControl(packet));
  }

  private Optional<Octets> ready(Transformed transformed) {
    if (transformed instanceof Transformed.Refused(Octets _, String problem)
        && told.size() < MOST_TOLD
        && told.add(problem)) {
      problems.accept("media is not sent: " + problem);
    }
    return clear(transformed);
  }

  /** What came and cannot be read is the other side's matter; the record shows it. */
  private static Optional<Octets> clear(Transformed transformed) {
    return switch (transformed) {
      case Transformed.Packet(Octets octets) -> Optional.of(octets);
      case Transformed.Refused _ -> Optional.empty();
    };
  }
}
