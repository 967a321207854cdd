package parley.core.media.live;

import java.util.List;
import java.util.OptionalLong;
import parley.core.media.codec.VideoSettings;
import parley.core.media.video.H264Limits;

/** Chooses the picture we send so that the receiver's limits hold (RFC 6184 §8.1). Pure. */
final class VideoChoice {
  private record Size(int width, int height) {}

  private static final List<Size> LADDER =
      List.of(
          new Size(1280, 720),
          new Size(1024, 576),
          new Size(848, 480),
          new Size(640, 360),
          new Size(512, 288),
          new Size(320, 180),
          new Size(176, 144));

  /** Below this a smaller picture is better than a slower one. */
  private static final int SLOWEST = 15;

  /** The limit counts the VCL; headers and packets of parameter sets come on top. */
  private static final double SHARE_OF_BIT_RATE = 0.9;

  private VideoChoice() {}

  /** Encoders hold a rate on average only. */
  private static final double SHARE_OF_LIMIT = 0.8;

  private static final int SLOWEST_BIT_RATE = 16_000;

  /**
   * The same with a limit that the receiver has set beside those of its level.
   *
   * @param bitsPerSecond more than 0; empty where it has set none
   */
  static VideoSettings choose(VideoSettings wanted, H264Limits limits, OptionalLong bitsPerSecond) {
    VideoSettings chosen = choose(wanted, limits);
    return bitsPerSecond.isEmpty()
        ? chosen
        : chosen.withBitRate(
            (int)
                Math.max(
                    SLOWEST_BIT_RATE,
                    Math.min(chosen.bitRate(), bitsPerSecond.getAsLong() * SHARE_OF_LIMIT)));
  }

  /** The wanted settings, or the nearest below them that the limits allow. */
  static VideoSettings choose(VideoSettings wanted, H264Limits limits) {
    VideoSettings fitting =
        wanted.withBitRate(
            (int) Math.min(wanted.bitRate(), limits.maxBitRate() * 1000 * SHARE_OF_BIT_RATE));
    int fastest = fastest(wanted.width(), wanted.height(), limits);
    if (fastest >= Math.min(SLOWEST, wanted.framesPerSecond())) {
      return fitting.withFramesPerSecond(Math.min(fastest, wanted.framesPerSecond()));
    }
    for (Size size : LADDER) {
      if (size.width * size.height > wanted.width() * wanted.height()) {
        continue;
      }
      int rate = fastest(size.width, size.height, limits);
      if (rate >= Math.min(SLOWEST, wanted.framesPerSecond())) {
        return fitting
            .withSize(size.width, size.height)
            .withFramesPerSecond(Math.min(rate, wanted.framesPerSecond()));
      }
    }
    Size smallest = LADDER.getLast();
    int rate = Math.max(1, fastest(smallest.width, smallest.height, limits));
    return fitting
        .withSize(smallest.width, smallest.height)
        .withFramesPerSecond(Math.min(rate, wanted.framesPerSecond()));
  }

  /** Whole frames a second that are allowed; 0 where the size is not. */
  private static int fastest(int width, int height, H264Limits limits) {
    if (!limits.allow(width, height, 0)) {
      return 0;
    }
    long macroblocks = ((width + 15L) / 16) * ((height + 15L) / 16);
    return (int) Math.min(240, limits.maxMacroblocksPerSecond() / macroblocks);
  }
}
