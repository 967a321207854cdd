package parley.core.media.video;

import java.util.Optional;
import parley.core.call.Format;

/**
 * What a receiver of H.264 says it can take (RFC 6184 §8.1).
 *
 * @param profileLevelId as signalled, or {@link ProfileLevelId#ABSENT}
 * @param maxMacroblocksPerSecond max-mbps or what the level says
 * @param maxFrameSize max-fs or what the level says, in macroblocks
 * @param maxBitRate max-br or what the level says, in 1000 bit/s
 * @param packetizationMode 0, 1 or 2; 0 where nothing is said
 */
public record H264Limits(
    ProfileLevelId profileLevelId,
    long maxMacroblocksPerSecond,
    long maxFrameSize,
    long maxBitRate,
    int packetizationMode) {

  /**
   * The limits of one side's H.264 format. A max-… below what the level already gives is not
   * allowed and changes nothing; an unreadable profile-level-id counts as absent, and an unknown
   * level as level 1.
   */
  public static H264Limits of(Format format) {
    ProfileLevelId id =
        format
            .parameter("profile-level-id")
            .flatMap(ProfileLevelId::parse)
            .orElse(ProfileLevelId.ABSENT);
    H264Level level = id.level().orElse(H264Level.L1);
    return new H264Limits(
        id,
        Math.max(level.maxMacroblocksPerSecond(), number(format, "max-mbps")),
        Math.max(level.maxFrameSize(), number(format, "max-fs")),
        Math.max(level.maxBitRate(), number(format, "max-br")),
        (int) Math.min(2, number(format, "packetization-mode")));
  }

  /** True where a picture of this size at this rate stays within the limits (§A.3.1). */
  public boolean allow(int width, int height, double framesPerSecond) {
    long columns = (width + 15L) / 16;
    long rows = (height + 15L) / 16;
    long size = columns * rows;
    return size <= maxFrameSize
        && columns * columns <= 8 * maxFrameSize
        && rows * rows <= 8 * maxFrameSize
        && size * framesPerSecond <= maxMacroblocksPerSecond;
  }

  private static long number(Format format, String name) {
    Optional<String> text = format.parameter(name).map(String::strip);
    return text.filter(digits -> digits.matches("[0-9]{1,9}")).map(Long::parseLong).orElse(0L);
  }
}
