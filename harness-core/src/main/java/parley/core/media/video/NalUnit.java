package parley.core.media.video;

import parley.core.wire.Octets;

/**
 * One H.264 NAL unit with its header octet, without start code (ITU-T H.264 §7.3.1, RFC 6184 §1.3).
 *
 * @param octets header octet and payload, emulation prevention octets included; never empty
 */
public record NalUnit(Octets octets) {
  public static final int SLICE = 1;
  public static final int IDR_SLICE = 5;
  public static final int SEI = 6;
  public static final int SEQUENCE_PARAMETER_SET = 7;
  public static final int PICTURE_PARAMETER_SET = 8;
  public static final int ACCESS_UNIT_DELIMITER = 9;

  public NalUnit {
    if (octets.isEmpty()) {
      throw new IllegalArgumentException("a NAL unit has at least its header octet");
    }
  }

  /** nal_unit_type, 0 to 31. */
  public int type() {
    return octets.u8(0) & 0x1f;
  }

  /** nal_ref_idc, 0 to 3; 0 where nothing is predicted from it. */
  public int referenceIdc() {
    return (octets.u8(0) >> 5) & 3;
  }

  /** True where forbidden_zero_bit is set: somebody on the way knows of an error in it. */
  public boolean forbiddenBit() {
    return (octets.u8(0) & 0x80) != 0;
  }

  /** True for coded slices that start with a slice header (types 1, 2 and 5). */
  public boolean hasSliceHeader() {
    return type() == SLICE || type() == 2 || type() == IDR_SLICE;
  }

  public boolean isIdr() {
    return type() == IDR_SLICE;
  }

  public boolean isParameterSet() {
    return type() == SEQUENCE_PARAMETER_SET || type() == PICTURE_PARAMETER_SET;
  }

  /** The payload behind the header octet without its emulation prevention octets (§7.4.1). */
  public Octets rbsp() {
    return EmulationPrevention.remove(octets.from(1));
  }
}
