package parley.h323.capability;

import parley.h323.h245.CapabilityIdentifier;
import parley.h323.per.ObjectIdentifier;

/** Object identifiers of capabilities and packetizations, each with the place that assigns it. */
public final class Identifiers {
  /** H.245 itself, version 15: the protocol identifier of our capability sets. */
  public static final ObjectIdentifier H245 = ObjectIdentifier.of("0.0.8.245.0.15");

  /** H.264 capability (H.241 clause 8.3, table 8-3). */
  public static final ObjectIdentifier H264 = ObjectIdentifier.of("0.0.8.241.0.0.1");

  /** H.264, one NAL unit a packet (H.241 Annex A; RFC 6184 mode 0). */
  public static final ObjectIdentifier H264_SINGLE_NAL = ObjectIdentifier.of("0.0.8.241.0.0.0.0");

  /**
   * The same, one arc short. Some endpoints write it so; other stacks know it and so do we when we
   * read.
   */
  public static final ObjectIdentifier H264_SINGLE_NAL_SHORT =
      ObjectIdentifier.of("0.0.8.241.0.0.0");

  /** H.264, non-interleaved mode (H.241 clause 8.3; RFC 6184 mode 1). */
  public static final ObjectIdentifier H264_NON_INTERLEAVED =
      ObjectIdentifier.of("0.0.8.241.0.0.0.1");

  /** H.264, interleaved mode (H.241 clause 8.3; RFC 6184 mode 2). */
  public static final ObjectIdentifier H264_INTERLEAVED = ObjectIdentifier.of("0.0.8.241.0.0.0.2");

  /**
   * H.265 capability. No public document or trace that we found states what H.241 assigns, so this
   * value is an assumption of ours that a capture must confirm.
   */
  public static final ObjectIdentifier H265_ASSUMED = ObjectIdentifier.of("0.0.8.241.0.1.1");

  /** G.722.1, 24 and 32 kbit/s at 16 kHz (G.722.1 Annex A; H.245 Appendix VIII). */
  public static final ObjectIdentifier G722_1 = ObjectIdentifier.of("0.0.7.7221.1.0");

  /** G.722.1 Annex C, 24, 32 and 48 kbit/s at 32 kHz (H.245 Appendix VIII). */
  public static final ObjectIdentifier G722_1_C = ObjectIdentifier.of("0.0.7.7221.1.1.0");

  /** G.719 (G.719 Annex A). */
  public static final ObjectIdentifier G719 = ObjectIdentifier.of("0.0.7.719.1.0");

  /** MPEG-4 audio, AAC-LD among it (H.245 Annex H). */
  public static final ObjectIdentifier MPEG4_AUDIO = ObjectIdentifier.of("0.0.8.245.1.1.0");

  /** GSM AMR (H.245 Annex I). */
  public static final ObjectIdentifier AMR = ObjectIdentifier.of("0.0.8.245.1.1.1");

  /** iLBC (H.245 Annex S). */
  public static final ObjectIdentifier ILBC = ObjectIdentifier.of("0.0.8.245.1.1.11");

  /** H.224 over RTP (H.323 Annex Q). */
  public static final ObjectIdentifier H224 = ObjectIdentifier.of("0.0.8.224.1.0");

  /** The terminal takes part in the procedures of H.239 (H.239 clause 7). */
  public static final ObjectIdentifier H239_CONTROL = ObjectIdentifier.of("0.0.8.239.1.1");

  /** A video channel with a role (H.239 clause 8). */
  public static final ObjectIdentifier H239_EXTENDED_VIDEO = ObjectIdentifier.of("0.0.8.239.1.2");

  /** Messages of H.239 (clause 10). */
  public static final ObjectIdentifier H239_MESSAGES = ObjectIdentifier.of("0.0.8.239.2");

  /** AES-128 in CBC mode (H.235.6 clause 7; NIST arc). */
  public static final ObjectIdentifier AES_128_CBC = ObjectIdentifier.of("2.16.840.1.101.3.4.1.2");

  /**
   * Opus has no identifier of the ITU that we know of. Two instances of ours agree on this
   * domain-based one (H.245 clause 7.2.2.9); other devices will not know it.
   */
  static final String OPUS_DOMAIN = "opus";

  private Identifiers() {}

  static boolean is(CapabilityIdentifier identifier, ObjectIdentifier expected) {
    return identifier instanceof CapabilityIdentifier.Standard(var found) && found.equals(expected);
  }
}
