package parley.core.media.video;

import java.util.Arrays;
import java.util.Optional;

/** Levels and what they allow (ITU-T H.264 table A-1). */
public enum H264Level {
  L1("1", 10, 1_485, 99, 396, 64),
  L1B("1b", 11, 1_485, 99, 396, 128),
  L1_1("1.1", 11, 3_000, 396, 900, 192),
  L1_2("1.2", 12, 6_000, 396, 2_376, 384),
  L1_3("1.3", 13, 11_880, 396, 2_376, 768),
  L2("2", 20, 11_880, 396, 2_376, 2_000),
  L2_1("2.1", 21, 19_800, 792, 4_752, 4_000),
  L2_2("2.2", 22, 20_250, 1_620, 8_100, 4_000),
  L3("3", 30, 40_500, 1_620, 8_100, 10_000),
  L3_1("3.1", 31, 108_000, 3_600, 18_000, 14_000),
  L3_2("3.2", 32, 216_000, 5_120, 20_480, 20_000),
  L4("4", 40, 245_760, 8_192, 32_768, 20_000),
  L4_1("4.1", 41, 245_760, 8_192, 32_768, 50_000),
  L4_2("4.2", 42, 522_240, 8_704, 34_816, 50_000),
  L5("5", 50, 589_824, 22_080, 110_400, 135_000),
  L5_1("5.1", 51, 983_040, 36_864, 184_320, 240_000),
  L5_2("5.2", 52, 2_073_600, 36_864, 184_320, 240_000);

  private final String label;
  private final int levelIdc;
  private final int maxMacroblocksPerSecond;
  private final int maxFrameSize;
  private final int maxDecodedPictureBuffer;
  private final int maxBitRate;

  H264Level(String label, int levelIdc, int mbps, int fs, int dpb, int br) {
    this.label = label;
    this.levelIdc = levelIdc;
    this.maxMacroblocksPerSecond = mbps;
    this.maxFrameSize = fs;
    this.maxDecodedPictureBuffer = dpb;
    this.maxBitRate = br;
  }

  /** As people write it: "3.1", "1b". */
  public String label() {
    return label;
  }

  /** level_idc in the Baseline, Main and Extended profiles; 1b also needs constraint_set3_flag. */
  public int levelIdc() {
    return levelIdc;
  }

  /** MaxMBPS. */
  public int maxMacroblocksPerSecond() {
    return maxMacroblocksPerSecond;
  }

  /** MaxFS, in macroblocks. */
  public int maxFrameSize() {
    return maxFrameSize;
  }

  /** MaxDpbMbs, in macroblocks. */
  public int maxDecodedPictureBuffer() {
    return maxDecodedPictureBuffer;
  }

  /** MaxBR, in units of 1000 bit/s of the VCL of Baseline, Main and Extended. */
  public int maxBitRate() {
    return maxBitRate;
  }

  /**
   * The level that {@code level_idc} stands for (§A.3.1, §A.3.2): 11 with constraint_set3_flag is
   * 1b in the Baseline, Main and Extended profiles, 9 is 1b in the others.
   */
  public static Optional<H264Level> of(int profileIdc, int constraintFlags, int levelIdc) {
    boolean old = profileIdc == 66 || profileIdc == 77 || profileIdc == 88;
    boolean set3 = (constraintFlags & 0x10) != 0;
    if (levelIdc == 9 || (old && set3 && levelIdc == 11)) {
      return Optional.of(L1B);
    }
    return Arrays.stream(values())
        .filter(level -> level != L1B && level.levelIdc == levelIdc)
        .findFirst();
  }
}
