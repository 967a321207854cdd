package parley.core.transcript;

import java.net.InetSocketAddress;
import java.util.List;
import parley.core.call.Format;

/**
 * Signalling of anybody's capture said that media of these formats goes to an address.
 *
 * @param timeNanos when it was said
 * @param receiver where RTP is to be sent
 * @param formats by the payload types the receiver expects
 */
public record AnnouncedMedia(long timeNanos, InetSocketAddress receiver, List<Format> formats) {
  public AnnouncedMedia {
    formats = List.copyOf(formats);
  }
}
