package parley.core.media.rtp;

/**
 * How losses lie among the packets of a stream (RFC 3611 section 4.7.2, with Gmin 16). A burst
 * begins and ends with a lost packet, holds at least two, and nowhere in it do 16 packets in a row
 * arrive. All else is gap: a loss with 16 packets received on either side is a gap's, not a burst.
 * As the RFC has it, 16 received packets are taken to stand before the first and after the last.
 *
 * <p>Packets are those numbered from the first to the highest, each once.
 *
 * @param bursts how many
 * @param burstPackets in them, lost or not
 * @param burstLosses lost in them
 * @param gapPackets outside of bursts, lost or not
 * @param gapLosses lost outside of bursts
 */
public record LossPattern(
    long bursts, long burstPackets, long burstLosses, long gapPackets, long gapLosses) {
  /** Packets received in a row that end a burst. */
  public static final int GMIN = 16;

  /** Share of packets lost within bursts, 0 without any. */
  public double burstDensity() {
    return burstPackets == 0 ? 0 : (double) burstLosses / burstPackets;
  }

  /** Share of packets lost within gaps. */
  public double gapDensity() {
    return gapPackets == 0 ? 0 : (double) gapLosses / gapPackets;
  }

  /** Mean length of a burst in packets, 0 without any. */
  public double meanBurstPackets() {
    return bursts == 0 ? 0 : (double) burstPackets / bursts;
  }

  /** Mean length of a gap in packets: one before each burst and one after the last. */
  public double meanGapPackets() {
    return (double) gapPackets / (bursts + 1);
  }
}
