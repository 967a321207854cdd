package parley.sip.sdp;

import java.util.Locale;
import java.util.Optional;
import parley.core.call.Format;

/**
 * What the format parameters of H.264 say (RFC 6184 §8.1).
 *
 * @param profileIdc first octet of profile-level-id
 * @param constraints second octet
 * @param level third octet: ten times the level
 * @param packetizationMode 0, 1 or 2
 */
public record H264Parameters(
    int profileIdc,
    int constraints,
    int level,
    int packetizationMode,
    boolean levelAsymmetryAllowed) {

  /** Profiles that an offer and an answer must share (RFC 6184 §8.1, table 5). */
  public enum Profile {
    BASELINE,
    CONSTRAINED_BASELINE,
    MAIN,
    EXTENDED,
    HIGH,
    CONSTRAINED_HIGH,
    OTHER
  }

  /** Baseline at level 1 and mode 0 hold where nothing is said (RFC 6184 §8.1). */
  public static H264Parameters of(Format format) {
    int id = format.parameter("profile-level-id").flatMap(H264Parameters::hex).orElse(0x42000A);
    return new H264Parameters(
        id >> 16,
        id >> 8 & 0xff,
        id & 0xff,
        Math.max(0, Numbers.read(format.parameter("packetization-mode").orElse("0"), 2)),
        format.parameter("level-asymmetry-allowed").orElse("0").equals("1"));
  }

  private static Optional<Integer> hex(String text) {
    return text.matches("[0-9a-fA-F]{6}")
        ? Optional.of(Integer.parseInt(text, 16))
        : Optional.empty();
  }

  public Profile profile() {
    boolean set0 = (constraints & 0x80) != 0;
    boolean set1 = (constraints & 0x40) != 0;
    return switch (profileIdc) {
      case 0x42 -> set1 ? Profile.CONSTRAINED_BASELINE : Profile.BASELINE;
      case 0x4D -> set0 ? Profile.CONSTRAINED_BASELINE : Profile.MAIN;
      case 0x58 -> set0 && set1 ? Profile.CONSTRAINED_BASELINE : Profile.EXTENDED;
      case 0x64 -> (constraints & 0x0c) == 0x0c ? Profile.CONSTRAINED_HIGH : Profile.HIGH;
      default -> Profile.OTHER;
    };
  }

  /**
   * True where both may be one format of an answer: the same packetization mode and profile (RFC
   * 6184 §8.2.2). Baseline and Constrained Baseline count as one, since devices write the first and
   * send the second; so do High and Constrained High.
   */
  public boolean matches(H264Parameters other) {
    return packetizationMode == other.packetizationMode
        && family(profile()) == family(other.profile())
        && (profile() != Profile.OTHER || profileIdc == other.profileIdc);
  }

  private static Profile family(Profile profile) {
    return switch (profile) {
      case BASELINE, CONSTRAINED_BASELINE -> Profile.CONSTRAINED_BASELINE;
      case HIGH, CONSTRAINED_HIGH -> Profile.HIGH;
      case MAIN, EXTENDED, OTHER -> profile;
    };
  }

  /** The three octets in hexadecimal with another level. */
  public String profileLevelId(int otherLevel) {
    return String.format(Locale.ROOT, "%02x%02x%02x", profileIdc, constraints, otherLevel);
  }
}
