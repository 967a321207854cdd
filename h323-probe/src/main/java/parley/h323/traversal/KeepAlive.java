package parley.h323.traversal;

import java.time.Duration;
import parley.core.wire.Octets;

/**
 * When the packets that keep a NAT open are due, and what they are: an RTP header of the payload
 * type that was agreed, without payload (H.460.19 clause 7.2). Pure: the caller brings the time and
 * sends.
 */
public final class KeepAlive {
  private final int payloadType;
  private final long interval;
  private final long ssrc;
  private int sequence;
  private long due;

  /**
   * @param payloadType 0 to 127, dynamic as a rule
   * @param ssrc the source of the media it stands beside, or one of its own
   * @param start when the first one is due, in nanoseconds
   */
  public KeepAlive(int payloadType, Duration interval, long ssrc, long start) {
    if (payloadType < 0 || payloadType > 127 || interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("payload type 0 to 127 and an interval");
    }
    this.payloadType = payloadType;
    this.interval = interval.toNanos();
    this.ssrc = ssrc;
    due = start;
  }

  /** When the next one is due, in nanoseconds. */
  public long next() {
    return due;
  }

  /** The packet to send now; the next one is due an interval later. */
  public Octets packet(long now) {
    due = now + interval;
    byte[] header = new byte[12];
    header[0] = (byte) 0x80;
    header[1] = (byte) payloadType;
    header[2] = (byte) (sequence >> 8);
    header[3] = (byte) sequence;
    for (int i = 0; i < 4; i++) {
      header[8 + i] = (byte) (ssrc >> (8 * (3 - i)));
    }
    sequence = sequence + 1 & 0xffff;
    return Octets.of(header);
  }
}
