package parley.core.media.protection;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import parley.core.call.MediaProtection;
import parley.core.wire.Octets;

/**
 * The protection of one direction of one line over the life of a call: clear at first, then as
 * agreed, with new keys as they come. A live line and the judgement of its record use the same. It
 * never falls back to clear by itself: an algorithm nobody here knows refuses every packet.
 */
public final class StreamProtection {
  private final List<ProtectionScheme> schemes;
  private Optional<MediaProtection> agreed = Optional.empty();
  private Optional<Opened> opened = Optional.empty();

  private record Opened(Optional<ProtectionScheme> scheme, PacketProtection transform) {}

  /** Finds the schemes once: they do not change while the program runs. */
  private static final class Installed {
    static final List<ProtectionScheme> SCHEMES =
        ServiceLoader.load(ProtectionScheme.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
  }

  /** With the schemes on the class path. */
  public StreamProtection() {
    this(Installed.SCHEMES);
  }

  public StreamProtection(List<ProtectionScheme> schemes) {
    this.schemes = List.copyOf(schemes);
  }

  /**
   * From now on packets are protected so; empty for clear. What is in use already goes on with its
   * state.
   *
   * @return whether anything changed
   */
  public synchronized boolean use(Optional<MediaProtection> next) {
    if (next.equals(agreed)) {
      return false;
    }
    agreed = next;
    opened = next.map(this::open);
    return true;
  }

  private Opened open(MediaProtection next) {
    Optional<ProtectionScheme> scheme =
        schemes.stream().filter(one -> one.knows(next.algorithm())).findFirst();
    if (scheme.isPresent() && opened.isPresent()) {
      Opened now = opened.get();
      // One that refuses has no state worth keeping.
      if (now.scheme.equals(scheme) && !(now.transform instanceof Refusing)) {
        now.transform.rekey(next);
        return now;
      }
    }
    return new Opened(
        scheme,
        scheme
            .map(one -> one.open(next))
            .orElseGet(() -> new Refusing("nobody here knows " + next.algorithm())));
  }

  /** What is agreed now; empty for clear. */
  public synchronized Optional<MediaProtection> agreed() {
    return agreed;
  }

  public synchronized Transformed protect(Octets rtp) {
    return opened
        .map(now -> now.transform.protect(rtp))
        .orElseGet(() -> new Transformed.Packet(rtp));
  }

  public synchronized Transformed unprotect(Octets rtp) {
    return opened
        .map(now -> now.transform.unprotect(rtp))
        .orElseGet(() -> new Transformed.Packet(rtp));
  }

  public synchronized Transformed protectControl(Octets rtcp) {
    return opened
        .map(now -> now.transform.protectControl(rtcp))
        .orElseGet(() -> new Transformed.Packet(rtcp));
  }

  public synchronized Transformed unprotectControl(Octets rtcp) {
    return opened
        .map(now -> now.transform.unprotectControl(rtcp))
        .orElseGet(() -> new Transformed.Packet(rtcp));
  }
}
