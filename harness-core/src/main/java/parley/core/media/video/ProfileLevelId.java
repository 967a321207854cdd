package parley.core.media.video;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The format parameter profile-level-id (RFC 6184 §8.1): the three octets behind the header of a
 * sequence parameter set.
 */
public record ProfileLevelId(int profileIdc, int constraintFlags, int levelIdc) {
  /** What is meant where nothing is said: Baseline without constraints at level 1. */
  public static final ProfileLevelId ABSENT = new ProfileLevelId(66, 0, 10);

  /** Reads six hexadecimal digits; empty where the text is none. */
  public static Optional<ProfileLevelId> parse(String text) {
    String digits = text.strip();
    if (digits.length() != 6 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      return Optional.empty();
    }
    int value = HexFormat.fromHexDigits(digits);
    return Optional.of(new ProfileLevelId(value >> 16, (value >> 8) & 0xff, value & 0xff));
  }

  public Optional<H264Level> level() {
    return H264Level.of(profileIdc, constraintFlags, levelIdc);
  }

  /** constraint_set{@code n}_flag. */
  public boolean constraint(int n) {
    return (constraintFlags & (0x80 >> n)) != 0;
  }

  /** The profile by table 5 of RFC 6184, in the words of ITU-T H.264 annex A. */
  public String profile() {
    return switch (profileIdc) {
      case 66 -> constraint(1) ? "Constrained Baseline" : "Baseline";
      case 77 -> constraint(0) ? "Constrained Baseline" : "Main";
      case 88 ->
          constraint(0) && constraint(1)
              ? "Constrained Baseline"
              : constraint(0) ? "Baseline" : constraint(1) ? "Main" : "Extended";
      case 100 ->
          constraint(4) ? (constraint(5) ? "Constrained High" : "Progressive High") : "High";
      case 110 -> constraint(3) ? "High 10 Intra" : "High 10";
      case 122 -> constraint(3) ? "High 4:2:2 Intra" : "High 4:2:2";
      case 244 -> constraint(3) ? "High 4:4:4 Intra" : "High 4:4:4 Predictive";
      case 44 -> "CAVLC 4:4:4 Intra";
      default -> "profile_idc " + profileIdc;
    };
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%02x%02x%02x", profileIdc, constraintFlags, levelIdc);
  }
}
