package parley.core.quality.emodel;

import java.util.List;
import java.util.Locale;

/** What is known of a codec's Ie and Bpl. Unknown is a value: no number is made up for it. */
public sealed interface CodecImpairment {
  /** The codec, and how it is run. */
  String codec();

  /** How sure the values are. */
  enum Confidence {
    /** Stated by ITU-T G.113 and by programs of others alike. */
    CONFIRMED,
    /** One program takes them; G.113 could not be found to say so. */
    ONE_IMPLEMENTATION
  }

  /**
   * Values to calculate with.
   *
   * @param source where they are from
   */
  record Known(String codec, EquipmentImpairment impairment, String source, Confidence confidence)
      implements CodecImpairment {}

  /**
   * No published value.
   *
   * @param reason for a reader of the report
   */
  record Unknown(String codec, String reason) implements CodecImpairment {}

  /** All that is known, each codec with and without concealment where both are published. */
  static List<CodecImpairment> all() {
    return PublishedImpairments.ALL;
  }

  /**
   * The impairment of what a receiver makes of an encoding.
   *
   * @param encoding name in SDP (RFC 3551), such as "PCMU"; case does not matter
   * @param concealed whether lost packets are known to be concealed; not known counts as not
   */
  static CodecImpairment of(String encoding, boolean concealed) {
    return PublishedImpairments.of(encoding.toUpperCase(Locale.ROOT), concealed);
  }
}
