package parley.core.measure;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import parley.core.media.rtp.ClockSkew;
import parley.core.media.rtp.LossPattern;
import parley.core.media.rtp.RtpStream;

/**
 * One RTP stream of a capture: packets of one source between two addresses.
 *
 * @param payloads every payload type with its packets, the one with most packets first
 * @param foundBy why it was taken for RTP
 * @param networkOctets of its packets from the IP header on
 * @param skew empty without a known clock, or where the stream is too short to tell
 * @param intervalSeconds length of each interval
 * @param intervals in order, from the first packet to the last
 */
public record MeasuredStream(
    InetSocketAddress source,
    InetSocketAddress destination,
    List<Payload> payloads,
    Evidence foundBy,
    RtpStream figures,
    LossPattern losses,
    long networkOctets,
    Optional<ClockSkew.Estimate> skew,
    double intervalSeconds,
    List<Interval> intervals,
    StreamReports reports) {
  public MeasuredStream {
    payloads = List.copyOf(payloads);
    intervals = List.copyOf(intervals);
  }

  /** Why a stream was taken for RTP. */
  public enum Evidence {
    /** Signalling named one of its addresses. */
    SIGNALLING,
    /** A sender report came from its source. */
    RTCP,
    /** Its packets count like RTP. */
    CONTENT
  }

  /**
   * A payload type of the stream.
   *
   * @param codec empty where nothing says what it is
   * @param clockRate Hz, 0 where it is not known or the format has none that can be timed
   */
  public record Payload(int payloadType, long packets, Optional<String> codec, int clockRate) {}

  /** The one most packets have. */
  public Payload payload() {
    return payloads.getFirst();
  }

  /** Bits a second on the network, from the first packet to the last; empty for one packet. */
  public Optional<Double> bitRate() {
    return rate(8.0 * networkOctets);
  }

  /** Bits a second of payload. */
  public Optional<Double> payloadBitRate() {
    return rate(8.0 * figures.payloadOctets());
  }

  /** Packets a second. */
  public Optional<Double> packetRate() {
    return rate((double) figures.packets());
  }

  private Optional<Double> rate(double amount) {
    double seconds = figures.seconds();
    return seconds > 0 ? Optional.of(amount / seconds) : Optional.empty();
  }

  /** Mean time between two packets in milliseconds; empty for one packet. */
  public Optional<Double> meanDeltaMillis() {
    return figures.packets() > 1
        ? Optional.of(1e3 * figures.seconds() / (figures.packets() - 1))
        : Optional.empty();
  }

  /** Share of the expected packets that never came, 0 to 1. */
  public double missingShare() {
    return figures.expected() == 0 ? 0 : (double) figures.missing() / figures.expected();
  }

  /** Mean time from one packet to the next as they were sent, by the numbers; 0 for one packet. */
  public double millisPerPacket() {
    return figures.expected() > 1 ? 1e3 * figures.seconds() / (figures.expected() - 1) : 0;
  }
}
