package parley.core.suite;

import java.util.List;
import java.util.Optional;
import parley.core.call.MediaKind;
import parley.core.media.rtp.RtpPacket;
import parley.core.media.rtp.Ssrc;
import parley.core.record.Heading;

/**
 * The RTP packets of one source on one media line of a call, in the order of the capture.
 *
 * @param heading SENT is ours, RECEIVED the candidate's
 */
public record MediaFlow(MediaKind kind, Heading heading, Ssrc ssrc, List<Arrival> packets) {
  /**
   * One packet and when it passed the socket.
   *
   * @param number packet number in the capture
   * @param rtp in clear
   * @param protection the algorithm it was protected with on the wire; empty where it came in clear
   */
  public record Arrival(long number, long timeNanos, RtpPacket rtp, Optional<String> protection) {}

  public MediaFlow {
    packets = List.copyOf(packets);
  }

  public List<Arrival> between(long fromNanos, long toNanos) {
    return packets.stream()
        .filter(packet -> packet.timeNanos() >= fromNanos && packet.timeNanos() < toNanos)
        .toList();
  }

  public List<Arrival> after(long nanos) {
    return packets.stream().filter(packet -> packet.timeNanos() >= nanos).toList();
  }
}
