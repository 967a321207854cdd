package parley.core.media.video;

import java.util.Optional;

/**
 * A sequence parameter set (ITU-T H.264 §7.3.2.1.1).
 *
 * @param profileIdc 66 Baseline, 77 Main, 88 Extended, 100 High, …
 * @param constraintFlags the octet of constraint_set0_flag (most significant) to
 *     constraint_set5_flag and two reserved bits
 * @param levelIdc ten times the level; see {@link #level()}
 * @param id seq_parameter_set_id
 * @param chromaFormatIdc 0 monochrome, 1 4:2:0, 2 4:2:2, 3 4:4:4
 * @param separateColourPlanes separate_colour_plane_flag
 * @param bitDepthLuma bits of a luma sample
 * @param frameNumberBits bits of frame_num in a slice header
 * @param pictureOrder how the order of output is coded
 * @param referenceFrames max_num_ref_frames
 * @param widthInMacroblocks width before cropping
 * @param heightInMacroblocks height of a frame before cropping
 * @param frameMacroblocksOnly false where fields may be coded
 * @param width luma samples after cropping
 * @param height luma samples after cropping
 * @param usability what the VUI says, if there is one
 */
public record SequenceParameterSet(
    int profileIdc,
    int constraintFlags,
    int levelIdc,
    int id,
    int chromaFormatIdc,
    boolean separateColourPlanes,
    int bitDepthLuma,
    int frameNumberBits,
    PictureOrder pictureOrder,
    int referenceFrames,
    int widthInMacroblocks,
    int heightInMacroblocks,
    boolean frameMacroblocksOnly,
    int width,
    int height,
    Optional<VideoUsability> usability) {

  /**
   * Picture order count.
   *
   * @param type pic_order_cnt_type, 0 to 2
   * @param lsbBits bits of pic_order_cnt_lsb for type 0, else 0
   * @param deltaAlwaysZero delta_pic_order_always_zero_flag of type 1
   */
  public record PictureOrder(int type, int lsbBits, boolean deltaAlwaysZero) {}

  public ProfileLevelId profileLevelId() {
    return new ProfileLevelId(profileIdc, constraintFlags, levelIdc);
  }

  /** The level by table A-1; empty where the number stands for none. */
  public Optional<H264Level> level() {
    return profileLevelId().level();
  }

  /** PicSizeInMbs of a frame, what MaxFS limits. */
  public int macroblocksPerFrame() {
    return widthInMacroblocks * heightInMacroblocks;
  }

  /** Reads a NAL unit of type 7. */
  public static Parsed<SequenceParameterSet> parse(NalUnit nal) {
    return SequenceParameterSetParser.parse(nal);
  }
}
