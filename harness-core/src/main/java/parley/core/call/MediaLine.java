package parley.core.call;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * One line of what a side says it can send and receive.
 *
 * @param kind what it carries
 * @param rtp where that side wants its RTP; port 0 is a refused line
 * @param rtcp where that side wants its RTCP
 * @param direction from that side
 * @param formats in that side's order of preference; payload types are those the side wants to
 *     receive
 * @param protection how that side protects what it sends; empty where it sends in clear, or where
 *     nothing is agreed yet
 */
public record MediaLine(
    MediaKind kind,
    InetSocketAddress rtp,
    InetSocketAddress rtcp,
    MediaDirection direction,
    List<Format> formats,
    Optional<MediaProtection> protection) {

  public MediaLine {
    formats = List.copyOf(formats);
  }

  /** A line in clear. */
  public MediaLine(
      MediaKind kind,
      InetSocketAddress rtp,
      InetSocketAddress rtcp,
      MediaDirection direction,
      List<Format> formats) {
    this(kind, rtp, rtcp, direction, formats, Optional.empty());
  }

  public boolean refused() {
    return rtp.getPort() == 0;
  }

  public MediaLine withDirection(MediaDirection other) {
    return new MediaLine(kind, rtp, rtcp, other, formats, protection);
  }

  public MediaLine withFormats(List<Format> others) {
    return new MediaLine(kind, rtp, rtcp, direction, others, protection);
  }

  public MediaLine withProtection(Optional<MediaProtection> other) {
    return new MediaLine(kind, rtp, rtcp, direction, formats, other);
  }
}
