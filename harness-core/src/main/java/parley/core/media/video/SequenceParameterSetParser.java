package parley.core.media.video;

import java.util.Optional;
import java.util.Set;
import parley.core.media.video.SequenceParameterSet.PictureOrder;

/** Reads ITU-T H.264 §7.3.2.1.1 and §E.1.1. */
final class SequenceParameterSetParser {
  /** Profiles whose parameter set says how chroma and bit depth are. */
  private static final Set<Integer> WITH_CHROMA =
      Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);

  /** 16384 samples, above every level. */
  private static final int MOST_MACROBLOCKS_A_SIDE = 1024;

  private final SyntaxReader in;

  private SequenceParameterSetParser(SyntaxReader in) {
    this.in = in;
  }

  static Parsed<SequenceParameterSet> parse(NalUnit nal) {
    SyntaxReader in = new SyntaxReader(nal.rbsp());
    if (nal.type() != NalUnit.SEQUENCE_PARAMETER_SET) {
      return new Parsed.Bad<>("NAL unit type " + nal.type() + " is no SPS", nal, in.elements());
    }
    try {
      SequenceParameterSet set = new SequenceParameterSetParser(in).read();
      return new Parsed.Good<>(set, nal, in.elements());
    } catch (SyntaxReader.Stop stop) {
      return new Parsed.Bad<>(stop.why(), nal, in.elements());
    }
  }

  private SequenceParameterSet read() throws SyntaxReader.Stop {
    int profile = (int) in.u("profile_idc", 8);
    int constraints = 0;
    for (int i = 0; i < 6; i++) {
      constraints = (constraints << 1) | (int) in.u("constraint_set" + i + "_flag", 1);
    }
    constraints = (constraints << 2) | (int) in.u("reserved_zero_2bits", 2);
    int level = (int) in.u("level_idc", 8);
    int id = in.ue("seq_parameter_set_id", 31);
    int chroma = 1;
    boolean separatePlanes = false;
    int bitDepth = 8;
    if (WITH_CHROMA.contains(profile)) {
      chroma = in.ue("chroma_format_idc", 3);
      separatePlanes = chroma == 3 && in.flag("separate_colour_plane_flag");
      bitDepth = 8 + in.ue("bit_depth_luma_minus8", 6);
      in.ue("bit_depth_chroma_minus8", 6);
      in.flag("qpprime_y_zero_transform_bypass_flag");
      if (in.flag("seq_scaling_matrix_present_flag")) {
        ScalingLists.read(in, "seq", chroma == 3 ? 12 : 8);
      }
    }
    int frameNumberBits = 4 + in.ue("log2_max_frame_num_minus4", 12);
    PictureOrder order = pictureOrder();
    int references = in.ue("max_num_ref_frames", 32);
    in.flag("gaps_in_frame_num_allowed_flag");
    int widthInMacroblocks = 1 + in.ue("pic_width_in_mbs_minus1", MOST_MACROBLOCKS_A_SIDE - 1);
    int mapUnits = 1 + in.ue("pic_height_in_map_units_minus1", MOST_MACROBLOCKS_A_SIDE - 1);
    boolean framesOnly = in.flag("frame_mbs_only_flag");
    if (!framesOnly) {
      in.flag("mb_adaptive_frame_field_flag");
    }
    in.flag("direct_8x8_inference_flag");
    int heightInMacroblocks = framesOnly ? mapUnits : 2 * mapUnits;
    int width = 16 * widthInMacroblocks;
    int height = 16 * heightInMacroblocks;
    if (in.flag("frame_cropping_flag")) {
      boolean subsampled = !separatePlanes && chroma != 0;
      int unitX = subsampled && chroma != 3 ? 2 : 1;
      int unitY = (subsampled && chroma == 1 ? 2 : 1) * (framesOnly ? 1 : 2);
      int left = in.ue("frame_crop_left_offset", width);
      int right = in.ue("frame_crop_right_offset", width);
      int top = in.ue("frame_crop_top_offset", height);
      int bottom = in.ue("frame_crop_bottom_offset", height);
      width -= unitX * (left + right);
      height -= unitY * (top + bottom);
      if (width <= 0 || height <= 0) {
        throw new SyntaxReader.Stop("cropping leaves nothing of the picture");
      }
    }
    Optional<VideoUsability> usability =
        in.flag("vui_parameters_present_flag") ? Optional.of(usability()) : Optional.empty();
    return new SequenceParameterSet(
        profile,
        constraints,
        level,
        id,
        chroma,
        separatePlanes,
        bitDepth,
        frameNumberBits,
        order,
        references,
        widthInMacroblocks,
        heightInMacroblocks,
        framesOnly,
        width,
        height,
        usability);
  }

  private PictureOrder pictureOrder() throws SyntaxReader.Stop {
    int type = in.ue("pic_order_cnt_type", 2);
    return switch (type) {
      case 0 -> new PictureOrder(0, 4 + in.ue("log2_max_pic_order_cnt_lsb_minus4", 12), false);
      case 1 -> {
        boolean alwaysZero = in.flag("delta_pic_order_always_zero_flag");
        in.se("offset_for_non_ref_pic");
        in.se("offset_for_top_to_bottom_field");
        int cycle = in.ue("num_ref_frames_in_pic_order_cnt_cycle", 255);
        for (int i = 0; i < cycle; i++) {
          in.se("offset_for_ref_frame[" + i + "]");
        }
        yield new PictureOrder(1, 0, alwaysZero);
      }
      default -> new PictureOrder(type, 0, false);
    };
  }

  private VideoUsability usability() throws SyntaxReader.Stop {
    if (in.flag("aspect_ratio_info_present_flag") && in.u("aspect_ratio_idc", 8) == 255) {
      in.u("sar_width", 16);
      in.u("sar_height", 16);
    }
    if (in.flag("overscan_info_present_flag")) {
      in.flag("overscan_appropriate_flag");
    }
    if (in.flag("video_signal_type_present_flag")) {
      in.u("video_format", 3);
      in.flag("video_full_range_flag");
      if (in.flag("colour_description_present_flag")) {
        in.u("colour_primaries", 8);
        in.u("transfer_characteristics", 8);
        in.u("matrix_coefficients", 8);
      }
    }
    if (in.flag("chroma_loc_info_present_flag")) {
      in.ue("chroma_sample_loc_type_top_field", 5);
      in.ue("chroma_sample_loc_type_bottom_field", 5);
    }
    Optional<VideoUsability.Timing> timing = Optional.empty();
    if (in.flag("timing_info_present_flag")) {
      timing =
          Optional.of(
              new VideoUsability.Timing(
                  in.u("num_units_in_tick", 32),
                  in.u("time_scale", 32),
                  in.flag("fixed_frame_rate_flag")));
    }
    boolean nalHrd = in.flag("nal_hrd_parameters_present_flag");
    if (nalHrd) {
      hypotheticalReferenceDecoder();
    }
    boolean vclHrd = in.flag("vcl_hrd_parameters_present_flag");
    if (vclHrd) {
      hypotheticalReferenceDecoder();
    }
    if (nalHrd || vclHrd) {
      in.flag("low_delay_hrd_flag");
    }
    in.flag("pic_struct_present_flag");
    if (!in.flag("bitstream_restriction_flag")) {
      return new VideoUsability(timing, Optional.empty(), Optional.empty());
    }
    in.flag("motion_vectors_over_pic_boundaries_flag");
    in.ue("max_bytes_per_pic_denom", 16);
    in.ue("max_bits_per_mb_denom", 16);
    in.ue("log2_max_mv_length_horizontal", 16);
    in.ue("log2_max_mv_length_vertical", 16);
    int reorder = in.ue("max_num_reorder_frames", 16);
    int buffering = in.ue("max_dec_frame_buffering", 16);
    return new VideoUsability(timing, Optional.of(reorder), Optional.of(buffering));
  }

  private void hypotheticalReferenceDecoder() throws SyntaxReader.Stop {
    int count = 1 + in.ue("cpb_cnt_minus1", 31);
    in.u("bit_rate_scale", 4);
    in.u("cpb_size_scale", 4);
    for (int i = 0; i < count; i++) {
      in.ue("bit_rate_value_minus1[" + i + "]", 0xffff_fffeL);
      in.ue("cpb_size_value_minus1[" + i + "]", 0xffff_fffeL);
      in.flag("cbr_flag[" + i + "]");
    }
    in.u("initial_cpb_removal_delay_length_minus1", 5);
    in.u("cpb_removal_delay_length_minus1", 5);
    in.u("dpb_output_delay_length_minus1", 5);
    in.u("time_offset_length", 5);
  }
}
