package parley.core.media.rtp;

import java.util.Optional;

/**
 * How much a sender's media clock runs away from the clock of the capture: the slope of arrival
 * against media time, by least squares over all packets. Takes no memory per packet.
 *
 * <p>A stream that jumps (its timestamp and its arrival apart by more than 10 s from one packet to
 * the next) begins anew, and the figure is that of the part after the last jump.
 *
 * <p>Not thread-safe.
 */
public final class ClockSkew {
  private static final double JUMP_SECONDS = 10;
  private static final double LEAST_SECONDS = 10;
  private static final long LEAST_PACKETS = 100;

  /**
   * @param partsPerMillion positive where the sender's clock is slow: its media takes longer to
   *     arrive than it says it lasts
   * @param standardError of it, in the same unit, taking delays of packets as independent
   */
  public record Estimate(double partsPerMillion, double standardError) {}

  private int clock;
  private long lastNanos;
  private long lastTimestamp;

  /** Media time and how far arrival is behind it, both in seconds since the first packet. */
  private double media;

  private double behind;

  private long packets;
  private double meanMedia;
  private double meanBehind;
  private double squaresMedia;
  private double squaresBehind;
  private double products;

  /**
   * The next packet.
   *
   * @param rate of the payload's clock in Hz; a packet without one, 0, says nothing
   */
  public void accept(long arrivalNanos, long timestamp, int rate) {
    if (rate == 0) {
      return;
    }
    double passed = (arrivalNanos - lastNanos) / 1e9;
    double lasted = (double) (int) (timestamp - lastTimestamp) / rate;
    lastNanos = arrivalNanos;
    lastTimestamp = timestamp;
    if (rate != clock || Math.abs(passed - lasted) > JUMP_SECONDS) {
      begin(rate);
    } else {
      media += lasted;
      behind += passed - lasted;
    }
    packets++;
    double fromMedia = media - meanMedia;
    double fromBehind = behind - meanBehind;
    meanMedia += fromMedia / packets;
    meanBehind += fromBehind / packets;
    squaresMedia += fromMedia * (media - meanMedia);
    squaresBehind += fromBehind * (behind - meanBehind);
    products += fromMedia * (behind - meanBehind);
  }

  private void begin(int rate) {
    clock = rate;
    media = 0;
    behind = 0;
    packets = 0;
    meanMedia = 0;
    meanBehind = 0;
    squaresMedia = 0;
    squaresBehind = 0;
    products = 0;
  }

  /** Empty before 100 packets and 10 s of media. */
  public Optional<Estimate> estimate() {
    if (packets < LEAST_PACKETS || media < LEAST_SECONDS || squaresMedia <= 0) {
      return Optional.empty();
    }
    double slope = products / squaresMedia;
    double unexplained = Math.max(0, squaresBehind - slope * products);
    double error = Math.sqrt(unexplained / (packets - 2) / squaresMedia);
    return Optional.of(new Estimate(1e6 * slope, 1e6 * error));
  }
}
