package parley.core.media.rtp;

import java.util.Optional;

/**
 * Counts and times the packets of one source as they come. Takes no memory per packet.
 *
 * <p>Sequence numbers follow RFC 3550 appendix A.1 with two differences, for this measures and does
 * not play. There is no probation: the first packet counts. And a confirmed jump forward of 3000
 * packets and more is a gap, hence loss, where A.1 begins anew; only a confirmed jump back is a
 * restart.
 *
 * <p>The running jitter J is that of appendix A.8 over every packet that has a clock rate. Its mean
 * and maximum, and the longest delta, leave out packets with a marker bit, comfort noise (payload
 * types 13 and 19) and what follows it right away, since a talk spurt's begin says nothing of the
 * network. A packet left out counts in the mean with the mean so far. These are the definitions of
 * {@code tshark -z rtp,streams}.
 *
 * <p>Not thread-safe.
 */
public final class ReceptionStatistics {
  private static final int MAX_DROPOUT = 3000;
  private static final int MAX_MISORDER = 100;
  private static final int WINDOW = 128;
  private static final int NONE = -1;

  private final Ssrc ssrc;
  private final PayloadClocks clocks;

  private long packets;
  private long duplicates;
  private long reordered;
  private long restarts;
  private long strays;
  private long payloadOctets;
  private long firstNanos;
  private long lastNanos;

  /** Extended numbers of the present numbering. */
  private long base;

  private long highest;
  private long expectedBefore;
  private int confirming = NONE;

  /** Which of the last 128 numbers up to {@link #highest} came: bit n of the two is highest − n. */
  private long recent;

  private long older;

  /** What has left the 128, in order: no late packet can change it any more. */
  private final LossRuns settled = new LossRuns();

  private long expectedReported;
  private long receivedReported;

  private boolean afterComfortNoise;
  private double maxDeltaMillis;
  private double longestGapMillis;

  private int clock;
  private long jitterNanos;
  private long jitterTimestamp;
  private double jitter;
  private double meanJitter;
  private double maxJitter;
  private boolean jitterKnown;

  public ReceptionStatistics(Ssrc ssrc, PayloadClocks clocks) {
    this.ssrc = ssrc;
    this.clocks = clocks;
  }

  /**
   * The next packet.
   *
   * @param arrivalNanos on any clock that is the same for all packets of this source
   */
  public void accept(long arrivalNanos, RtpPacket packet) {
    accept(
        arrivalNanos,
        packet.marker(),
        packet.payloadType(),
        packet.sequence().value(),
        packet.timestamp(),
        packet.payload().length());
  }

  /** The same by its fields, for those who count without making a packet. */
  public void accept(
      long arrivalNanos,
      boolean marker,
      int payloadType,
      int sequence,
      long timestamp,
      int payloadLength) {
    boolean comfortNoise = payloadType == 13 || payloadType == 19;
    if (packets == 0) {
      firstNanos = arrivalNanos;
      begin(sequence);
      timeFirst(arrivalNanos, payloadType, timestamp);
    } else {
      count(sequence);
      boolean regular = !marker && !comfortNoise && !afterComfortNoise;
      time(arrivalNanos, payloadType, timestamp, regular);
    }
    afterComfortNoise = comfortNoise;
    lastNanos = arrivalNanos;
    payloadOctets += payloadLength;
    packets++;
  }

  private void begin(int sequence) {
    base = sequence;
    highest = sequence;
    recent = 1;
    older = 0;
    confirming = NONE;
  }

  private void count(int sequence) {
    int forward = (sequence - (int) highest) & 0xffff;
    if (forward > 0 && forward < MAX_DROPOUT) {
      advance(forward);
    } else if (forward == 0 || forward > 0x10000 - MAX_MISORDER) {
      late((0x10000 - forward) & 0xffff);
    } else if (sequence == confirming) {
      // The second in a row: both belong to where the first jumped to.
      strays--;
      if (forward < 0x8000) {
        advance(forward);
        recent |= 2;
      } else {
        restarts++;
        expectedBefore += highest - base + 1;
        settle(settled, WINDOW);
        begin(sequence);
        base--;
        recent |= 2;
      }
      confirming = NONE;
      return;
    } else {
      strays++;
      confirming = (sequence + 1) & 0xffff;
      return;
    }
    confirming = NONE;
  }

  private void advance(int steps) {
    if (steps == 1 && highest - (WINDOW - 1) >= base) {
      settled.next(older < 0);
    } else {
      settle(settled, steps);
    }
    highest += steps;
    if (steps >= 128) {
      recent = 1;
      older = 0;
    } else if (steps >= 64) {
      older = recent << (steps - 64);
      recent = 1;
    } else {
      older = (older << steps) | (recent >>> (64 - steps));
      recent = (recent << steps) | 1;
    }
  }

  /** Tells of the numbers that leave the window when it moves on by that many. */
  private void settle(LossRuns runs, int steps) {
    for (int i = 0; i < Math.min(steps, WINDOW); i++) {
      int back = WINDOW - 1 - i;
      if (highest - back >= base) {
        runs.next(((back < 64 ? recent : older) & 1L << back) != 0);
      }
    }
    if (steps > WINDOW) {
      runs.lost(steps - WINDOW);
    }
  }

  private void late(int back) {
    long bit = 1L << back; // shifts by back modulo 64
    boolean seen = ((back < 64 ? recent : older) & bit) != 0;
    if (seen) {
      duplicates++;
      return;
    }
    reordered++;
    if (back < 64) {
      recent |= bit;
    } else {
      older |= bit;
    }
    // One that was sent before the first to arrive widens what is expected.
    base = Math.min(base, highest - back);
  }

  private void timeFirst(long arrivalNanos, int payloadType, long timestamp) {
    clock = clocks.rate(payloadType);
    jitterNanos = arrivalNanos;
    jitterTimestamp = timestamp;
  }

  private void time(long arrivalNanos, int payloadType, long timestamp, boolean regular) {
    double delta = (arrivalNanos - lastNanos) / 1e6;
    longestGapMillis = Math.max(longestGapMillis, delta);
    if (regular) {
      maxDeltaMillis = Math.max(maxDeltaMillis, delta);
    }
    int rate = clocks.rate(payloadType);
    if (rate == 0) {
      return;
    }
    if (rate != clock) {
      // Timestamps of two clocks cannot be compared (RFC 7160 section 3).
      jitter = clock == 0 ? 0 : jitter * rate / clock;
      timeFirst(arrivalNanos, payloadType, timestamp);
      return;
    }
    double arrived = (arrivalNanos - jitterNanos) / 1e9 * rate;
    int sent = (int) (timestamp - jitterTimestamp);
    jitter += (Math.abs(arrived - sent) - jitter) / 16;
    jitterKnown = true;
    jitterNanos = arrivalNanos;
    jitterTimestamp = timestamp;
    if (regular) {
      double millis = jitter * 1e3 / rate;
      maxJitter = Math.max(maxJitter, millis);
      meanJitter += (millis - meanJitter) / packets;
    }
  }

  private long expected() {
    return packets == 0 ? 0 : expectedBefore + highest - base + 1;
  }

  private long lost() {
    return expected() - (packets - strays);
  }

  /** For the next report block; the interval of its fraction begins anew with each call. */
  public ReceptionReport report() {
    long expected = expected();
    long received = packets - strays;
    long expectedInterval = expected - expectedReported;
    long lostInterval = expectedInterval - (received - receivedReported);
    expectedReported = expected;
    receivedReported = received;
    int fraction =
        expectedInterval <= 0 || lostInterval <= 0
            ? 0
            : (int) Math.min(255, (lostInterval << 8) / expectedInterval);
    return new ReceptionReport(
        ssrc,
        fraction,
        (int) Math.clamp(lost(), -0x80_0000L, 0x7f_ffffL),
        highest & 0xffff_ffffL,
        (long) jitter);
  }

  /** Received so far, duplicates too. */
  public long packets() {
    return packets;
  }

  /** {@link RtpStream#lost} so far. */
  public long lostSoFar() {
    return lost();
  }

  /** Received so far, each number once, without strays. */
  public long distinct() {
    return packets - strays - duplicates;
  }

  /** Octets of payload so far. */
  public long payloadOctets() {
    return payloadOctets;
  }

  /** The running jitter in milliseconds, 0 where nothing is known of it. */
  public double jitterMillis() {
    return jitterKnown ? jitter * 1e3 / clock : 0;
  }

  /** How losses lie, up to now. */
  public LossPattern losses() {
    LossRuns all = settled.copy();
    settle(all, packets == 0 ? 0 : WINDOW);
    return all.end();
  }

  /** The figures up to now. */
  public RtpStream stream() {
    return new RtpStream(
        ssrc,
        packets,
        expected(),
        lost(),
        duplicates,
        reordered,
        restarts,
        strays,
        payloadOctets,
        firstNanos,
        lastNanos,
        maxDeltaMillis,
        longestGapMillis,
        jitterKnown
            ? Optional.of(new RtpStream.Jitter(jitter * 1e3 / clock, meanJitter, maxJitter))
            : Optional.empty());
  }
}
