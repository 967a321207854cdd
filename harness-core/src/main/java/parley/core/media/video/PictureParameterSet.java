package parley.core.media.video;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A picture parameter set (ITU-T H.264 §7.3.2.2).
 *
 * @param id pic_parameter_set_id
 * @param sequenceParameterSetId the set it refers to
 * @param cabac entropy_coding_mode_flag: not allowed in the Baseline profile
 * @param bottomFieldPicOrder bottom_field_pic_order_in_frame_present_flag
 * @param sliceGroups 1 where all macroblocks are in one group
 * @param redundantPictures redundant_pic_cnt_present_flag
 * @param transform8x8 transform_8x8_mode_flag: High profiles only
 */
public record PictureParameterSet(
    int id,
    int sequenceParameterSetId,
    boolean cabac,
    boolean bottomFieldPicOrder,
    int sliceGroups,
    boolean redundantPictures,
    boolean transform8x8) {

  /**
   * Reads a NAL unit of type 8.
   *
   * @param sequences sequence parameter sets by id; only scaling lists of 4:4:4 pictures need one
   */
  public static Parsed<PictureParameterSet> parse(
      NalUnit nal, IntFunction<Optional<SequenceParameterSet>> sequences) {
    SyntaxReader in = new SyntaxReader(nal.rbsp());
    if (nal.type() != NalUnit.PICTURE_PARAMETER_SET) {
      return new Parsed.Bad<>("NAL unit type " + nal.type() + " is no PPS", nal, in.elements());
    }
    try {
      return new Parsed.Good<>(read(in, sequences), nal, in.elements());
    } catch (SyntaxReader.Stop stop) {
      return new Parsed.Bad<>(stop.why(), nal, in.elements());
    }
  }

  private static PictureParameterSet read(
      SyntaxReader in, IntFunction<Optional<SequenceParameterSet>> sequences)
      throws SyntaxReader.Stop {
    int id = in.ue("pic_parameter_set_id", 255);
    int sequenceId = in.ue("seq_parameter_set_id", 31);
    boolean cabac = in.flag("entropy_coding_mode_flag");
    boolean bottomField = in.flag("bottom_field_pic_order_in_frame_present_flag");
    int groups = 1 + in.ue("num_slice_groups_minus1", 7);
    if (groups > 1) {
      sliceGroups(in, groups);
    }
    in.ue("num_ref_idx_l0_default_active_minus1", 31);
    in.ue("num_ref_idx_l1_default_active_minus1", 31);
    in.flag("weighted_pred_flag");
    in.u("weighted_bipred_idc", 2);
    in.se("pic_init_qp_minus26");
    in.se("pic_init_qs_minus26");
    in.se("chroma_qp_index_offset");
    in.flag("deblocking_filter_control_present_flag");
    in.flag("constrained_intra_pred_flag");
    boolean redundant = in.flag("redundant_pic_cnt_present_flag");
    boolean transform8x8 = false;
    if (in.moreData()) {
      transform8x8 = in.flag("transform_8x8_mode_flag");
      if (in.flag("pic_scaling_matrix_present_flag")) {
        int chroma =
            sequences.apply(sequenceId).map(SequenceParameterSet::chromaFormatIdc).orElse(1);
        int large = chroma == 3 ? 6 : 2;
        ScalingLists.read(in, "pic", 6 + (transform8x8 ? large : 0));
      }
      in.se("second_chroma_qp_index_offset");
    }
    return new PictureParameterSet(
        id, sequenceId, cabac, bottomField, groups, redundant, transform8x8);
  }

  private static void sliceGroups(SyntaxReader in, int groups) throws SyntaxReader.Stop {
    int type = in.ue("slice_group_map_type", 6);
    switch (type) {
      case 0 -> {
        for (int i = 0; i < groups; i++) {
          in.ue("run_length_minus1[" + i + "]", 0xffff_ffffL);
        }
      }
      case 2 -> {
        for (int i = 0; i < groups - 1; i++) {
          in.ue("top_left[" + i + "]", 0xffff_ffffL);
          in.ue("bottom_right[" + i + "]", 0xffff_ffffL);
        }
      }
      case 3, 4, 5 -> {
        in.flag("slice_group_change_direction_flag");
        in.ue("slice_group_change_rate_minus1", 0xffff_ffffL);
      }
      case 6 -> {
        int size = 1 + in.ue("pic_size_in_map_units_minus1", 1 << 20);
        int bits = 32 - Integer.numberOfLeadingZeros(groups - 1);
        for (int i = 0; i < size; i++) {
          in.u("slice_group_id[" + i + "]", bits);
        }
      }
      default -> {}
    }
  }
}
