package parley.core.call;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * One line of what a side says it can send and receive.
 *
 * @param kind what it carries
 * @param rtp where that side wants its RTP; port 0 is a refused line
 * @param rtcp where that side wants its RTCP
 * @param direction from that side
 * @param formats in that side's order of preference; payload types are those the side wants to
 *     receive
 */
public record MediaLine(
    MediaKind kind,
    InetSocketAddress rtp,
    InetSocketAddress rtcp,
    MediaDirection direction,
    List<Format> formats) {

  public MediaLine {
    formats = List.copyOf(formats);
  }

  public boolean refused() {
    return rtp.getPort() == 0;
  }

  public MediaLine withDirection(MediaDirection other) {
    return new MediaLine(kind, rtp, rtcp, other, formats);
  }

  public MediaLine withFormats(List<Format> others) {
    return new MediaLine(kind, rtp, rtcp, direction, others);
  }
}
