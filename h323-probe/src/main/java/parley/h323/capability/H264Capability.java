package parley.h323.capability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.media.video.H264Level;
import parley.core.media.video.ProfileLevelId;
import parley.h323.h245.GenericCapability;

/**
 * H.264 as H.241 clause 8.3 signals it, in the parameters RFC 6184 gives a format. Both say the
 * same of a receiver in other units.
 *
 * @param profiles bits of parameter 41: Baseline 64, Main 32, Extended 16, High 8, High 10 4, High
 *     4:2:2 2, High 4:4:4 1
 * @param level parameter 42 by table 8-4; 0 where none is given
 * @param maxBitRate in 100 bit/s; 0 where none is given
 * @param custom the other parameters, in the units of H.241
 */
public record H264Capability(int profiles, int level, long maxBitRate, Map<Integer, Long> custom) {
  static final int PROFILE = 41;
  static final int LEVEL = 42;
  private static final int PROFILE_IOP = 46;

  /** Parameter of ours: bit/s that the sender may not exceed (maxBitRate of the capability). */
  static final String BIT_RATE = "max-bit-rate";

  /** Number in H.241, name in RFC 6184 (frame rate: RFC 7798), units of the second in the first. */
  private enum Custom {
    MAX_MBPS(3, "max-mbps", 500),
    MAX_FS(4, "max-fs", 256),
    MAX_DPB(5, "max-dpb", 32),
    MAX_BR(6, "max-br", 25),
    MAX_STATIC_MBPS(7, "max-smbps", 500),
    MAX_FRAME_RATE(13, "max-fps", 1);

    private final int number;
    private final String name;
    private final int unit;

    Custom(int number, String name, int unit) {
      this.number = number;
      this.name = name;
      this.unit = unit;
    }
  }

  private enum Profile {
    HIGH_444(1, 244),
    HIGH_422(2, 122),
    HIGH_10(4, 110),
    HIGH(8, 100),
    EXTENDED(16, 88),
    MAIN(32, 77),
    BASELINE(64, 66);

    private final int bit;
    private final int idc;

    Profile(int bit, int idc) {
      this.bit = bit;
      this.idc = idc;
    }
  }

  private static final int FIRST_LEVEL = 15;
  private static final int LEVEL_STEP = 7;

  /**
   * Levels in the order of table 8-4, which numbers them from 15 in steps of 7; all but 1b, which
   * stands between 1 and 1.1 with 19.
   */
  private static final List<H264Level> LEVELS =
      Arrays.stream(H264Level.values()).filter(level -> level != H264Level.L1B).toList();

  private static final int LEVEL_1B = 19;

  public H264Capability {
    custom = Map.copyOf(custom);
  }

  static Optional<H264Capability> read(GenericCapability generic) {
    if (!Identifiers.is(generic.capabilityIdentifier(), Identifiers.H264)) {
      return Optional.empty();
    }
    GenericParameters parameters = GenericParameters.of(generic.collapsing());
    Map<Integer, Long> custom = new java.util.TreeMap<>();
    for (Custom each : Custom.values()) {
      parameters.number(each.number).ifPresent(value -> custom.put(each.number, value));
    }
    parameters.number(PROFILE_IOP).ifPresent(value -> custom.put(PROFILE_IOP, value));
    return Optional.of(
        new H264Capability(
            parameters.number(PROFILE).map(Long::intValue).orElse(0),
            parameters.number(LEVEL).map(Long::intValue).orElse(0),
            generic.maxBitRate().orElse(0L),
            custom));
  }

  /**
   * One format for each profile and packetization mode, richest profile first.
   *
   * @param modes packetization modes the receiver takes, in order of preference
   */
  List<Format> formats(int payloadType, List<Integer> modes) {
    List<Format> formats = new ArrayList<>();
    for (Profile profile : Profile.values()) {
      if ((profiles & profile.bit) != 0) {
        modes.forEach(mode -> formats.add(format(payloadType, profile, mode)));
      }
    }
    if (formats.isEmpty()) {
      modes.forEach(mode -> formats.add(format(payloadType, Profile.BASELINE, mode)));
    }
    return formats;
  }

  private Format format(int payloadType, Profile profile, int mode) {
    Format format =
        new Format(payloadType, "H264", 90_000)
            .with("profile-level-id", profileLevelId(profile))
            .with("packetization-mode", Integer.toString(mode));
    for (Custom each : Custom.values()) {
      Long value = custom.get(each.number);
      if (value != null) {
        format = format.with(each.name, Long.toString(value * each.unit));
      }
    }
    return maxBitRate == 0 ? format : format.with(BIT_RATE, Long.toString(maxBitRate * 100));
  }

  private String profileLevelId(Profile profile) {
    H264Level meant = meant();
    int constraints = custom.getOrDefault(PROFILE_IOP, 0L).intValue();
    int idc = meant.levelIdc();
    if (meant == H264Level.L1B) {
      // H.264 clause A.3.1: 1b is 11 with constraint_set3_flag, and 9 from High on.
      boolean old = profile.idc < Profile.HIGH.idc;
      constraints |= old ? 0x10 : 0;
      idc = old ? 11 : 9;
    }
    return new ProfileLevelId(profile.idc, constraints, idc).toString();
  }

  /** The level meant; one between two of the table is the lower, none at all is level 1. */
  H264Level meant() {
    if (level == LEVEL_1B) {
      return H264Level.L1B;
    }
    int index = Math.clamp((level - FIRST_LEVEL) / LEVEL_STEP, 0, LEVELS.size() - 1);
    return LEVELS.get(index);
  }

  /** What a format says. */
  static H264Capability of(Format format) {
    ProfileLevelId id =
        format
            .parameter("profile-level-id")
            .flatMap(ProfileLevelId::parse)
            .orElse(ProfileLevelId.ABSENT);
    Map<Integer, Long> custom = new java.util.TreeMap<>();
    for (Custom each : Custom.values()) {
      Numbers.read(format, each.name)
          .map(value -> (long) value / each.unit)
          .filter(value -> value > 0)
          .ifPresent(value -> custom.put(each.number, value));
    }
    int bits =
        Arrays.stream(Profile.values())
            .filter(profile -> profile.idc == id.profileIdc())
            .findFirst()
            .map(profile -> profile.bit)
            .orElse(Profile.BASELINE.bit);
    H264Level level = id.level().orElse(H264Level.L1);
    int number =
        level == H264Level.L1B ? LEVEL_1B : FIRST_LEVEL + LEVEL_STEP * LEVELS.indexOf(level);
    long rate =
        Numbers.read(format, BIT_RATE)
            .map(bits100 -> (long) bits100 / 100)
            .orElse(level.maxBitRate() * 10L);
    return new H264Capability(bits, number, rate, custom);
  }

  GenericCapability write() {
    GenericParameters parameters =
        GenericParameters.NONE.withBits(PROFILE, profiles).withNumber(LEVEL, level);
    for (Custom each : Custom.values()) {
      Long value = custom.get(each.number);
      if (value != null) {
        parameters = parameters.withNumber(each.number, (int) Math.min(65_535, value));
      }
    }
    return GenericNames.capability(
        Identifiers.H264, maxBitRate, parameters, GenericParameters.NONE);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "H.264 profiles %d level %s %s", profiles, meant().label(), custom);
  }
}
