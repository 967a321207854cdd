package parley.core.media.video;

import java.util.Optional;

/**
 * The first part of a slice header, enough to tell pictures apart (ITU-T H.264 §7.3.3, §7.4.1.2.4).
 *
 * @param firstMacroblock first_mb_in_slice; 0 where a picture begins, unless slices may come in any
 *     order
 * @param sliceType 0 to 9 as written; see {@link #type()}
 * @param pictureParameterSetId the set it refers to
 * @param frameNumber frame_num
 * @param idrPictureId idr_pic_id of an IDR slice
 * @param pictureOrderLsb pic_order_cnt_lsb where the order of output is coded that way
 * @param redundantPictureCount 0 for the primary picture
 */
public record SliceHeader(
    int firstMacroblock,
    int sliceType,
    int pictureParameterSetId,
    long frameNumber,
    Optional<Integer> idrPictureId,
    Optional<Long> pictureOrderLsb,
    int redundantPictureCount) {

  /** Kinds of slices (table 7-6). */
  public enum Type {
    P,
    B,
    I,
    SP,
    SI
  }

  public Type type() {
    return Type.values()[sliceType % 5];
  }

  /** Reads a coded slice with the parameter sets seen before it. */
  public static Parsed<SliceHeader> parse(NalUnit nal, ParameterSets sets) {
    SyntaxReader in = new SyntaxReader(head(nal));
    if (!nal.hasSliceHeader()) {
      return new Parsed.Bad<>("NAL unit type " + nal.type() + " is no slice", nal, in.elements());
    }
    try {
      return new Parsed.Good<>(read(in, nal, sets), nal, in.elements());
    } catch (SyntaxReader.Stop stop) {
      return new Parsed.Bad<>(stop.why(), nal, in.elements());
    }
  }

  /** What is read here takes far less than 64 octets. */
  private static parley.core.wire.Octets head(NalUnit nal) {
    int length = Math.min(64, nal.octets().length() - 1);
    return EmulationPrevention.remove(nal.octets().slice(1, length));
  }

  private static SliceHeader read(SyntaxReader in, NalUnit nal, ParameterSets sets)
      throws SyntaxReader.Stop {
    int first = in.ue("first_mb_in_slice", (1 << 20) - 1);
    int type = in.ue("slice_type", 9);
    int pictureId = in.ue("pic_parameter_set_id", 255);
    PictureParameterSet picture =
        sets.picture(pictureId)
            .orElseThrow(() -> new SyntaxReader.Stop("no PPS " + pictureId + " was seen"));
    int sequenceId = picture.sequenceParameterSetId();
    SequenceParameterSet sequence =
        sets.sequence(sequenceId)
            .orElseThrow(() -> new SyntaxReader.Stop("no SPS " + sequenceId + " was seen"));
    if (sequence.separateColourPlanes()) {
      in.u("colour_plane_id", 2);
    }
    long frameNumber = in.u("frame_num", sequence.frameNumberBits());
    boolean field = !sequence.frameMacroblocksOnly() && in.flag("field_pic_flag");
    if (field) {
      in.flag("bottom_field_flag");
    }
    Optional<Integer> idr =
        nal.isIdr() ? Optional.of(in.ue("idr_pic_id", 65535)) : Optional.empty();
    Optional<Long> order = Optional.empty();
    SequenceParameterSet.PictureOrder coded = sequence.pictureOrder();
    boolean both = picture.bottomFieldPicOrder() && !field;
    if (coded.type() == 0) {
      order = Optional.of(in.u("pic_order_cnt_lsb", coded.lsbBits()));
      if (both) {
        in.se("delta_pic_order_cnt_bottom");
      }
    } else if (coded.type() == 1 && !coded.deltaAlwaysZero()) {
      in.se("delta_pic_order_cnt[0]");
      if (both) {
        in.se("delta_pic_order_cnt[1]");
      }
    }
    int redundant = picture.redundantPictures() ? in.ue("redundant_pic_cnt", 127) : 0;
    return new SliceHeader(first, type, pictureId, frameNumber, idr, order, redundant);
  }
}
