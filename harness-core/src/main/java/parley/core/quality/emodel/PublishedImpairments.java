package parley.core.quality.emodel;

import static parley.core.quality.emodel.CodecImpairment.Confidence.CONFIRMED;
import static parley.core.quality.emodel.CodecImpairment.Confidence.ONE_IMPLEMENTATION;

import java.util.List;
import parley.core.quality.emodel.CodecImpairment.Known;
import parley.core.quality.emodel.CodecImpairment.Unknown;

/** The table behind {@link CodecImpairment}. */
final class PublishedImpairments {
  private static final String TABLES = "ITU-T G.113 Appendix I";

  private static final Known G711 = narrow("G.711", 0, 4.3);
  private static final Known G711_CONCEALED =
      narrow("G.711 with concealment (Appendix I)", 0, 25.1);
  private static final Known G723 = narrow("G.723.1, 6.3 kbit/s, with silence detection", 15, 16.1);
  private static final Known G729 = narrow("G.729A with silence detection", 11, 19);
  private static final Known GSM_EFR = narrow("GSM EFR", 5, 10);
  private static final Known ILBC = narrow("iLBC", 11, 32);
  private static final Known OPUS =
      new Known(
          "Opus",
          new EquipmentImpairment(RatingScale.FULLBAND, 10.2, 4.3),
          "rtpengine; not in G.113",
          ONE_IMPLEMENTATION);

  static final List<CodecImpairment> ALL =
      List.of(G711, G711_CONCEALED, G723, G729, GSM_EFR, ILBC, OPUS);

  private PublishedImpairments() {}

  private static Known narrow(String codec, double factor, double robustness) {
    return new Known(
        codec,
        new EquipmentImpairment(RatingScale.NARROWBAND, factor, robustness),
        TABLES,
        CONFIRMED);
  }

  static CodecImpairment of(String encoding, boolean concealed) {
    return switch (encoding) {
      case "PCMU", "PCMA" -> concealed ? G711_CONCEALED : G711;
      case "G723" -> G723;
      case "G729" -> G729;
      case "GSM-EFR" -> GSM_EFR;
      case "ILBC" -> ILBC;
      case "OPUS" -> OPUS;
      case "G722", "G7221", "G719", "MPEG4-GENERIC", "MP4A-LATM" ->
          new Unknown(encoding, "no published value could be confirmed");
      default -> new Unknown(encoding, "no published value");
    };
  }
}
