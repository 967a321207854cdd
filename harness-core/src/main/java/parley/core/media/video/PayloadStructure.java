package parley.core.media.video;

import parley.core.wire.Octets;

/** How a payload carries NAL units (RFC 6184 §5.2, table 3). */
public enum PayloadStructure {
  SINGLE,
  STAP_A,
  STAP_B,
  MTAP16,
  MTAP24,
  FU_A,
  FU_B,
  /** Types 0, 30 and 31. */
  RESERVED,
  /** No octet at all. */
  EMPTY;

  public static PayloadStructure of(Octets payload) {
    if (payload.isEmpty()) {
      return EMPTY;
    }
    return switch (payload.u8(0) & 0x1f) {
      case 24 -> STAP_A;
      case 25 -> STAP_B;
      case 26 -> MTAP16;
      case 27 -> MTAP24;
      case 28 -> FU_A;
      case 29 -> FU_B;
      case 0, 30, 31 -> RESERVED;
      default -> SINGLE;
    };
  }
}
