package parley.h323.capability;

import parley.core.call.Format;
import parley.h323.h245.GenericCapability;

/**
 * H.265 in the manner in which H.241 signals H.264: profile and level as numbers 41 and 42. What
 * H.241 really assigns is not documented publicly (see {@link Identifiers#H265_ASSUMED}), so this
 * serves two instances of ours; the values are those of RFC 7798 (profile-id, level-id).
 */
final class H265Parameters {
  private static final int MAIN = 1;
  private static final int LEVEL_3_1 = 93;

  private H265Parameters() {}

  static Format read(GenericCapability generic, int payloadType) {
    GenericParameters parameters = GenericParameters.of(generic.collapsing());
    Format format = new Format(payloadType, "H265", 90_000);
    format =
        format
            .with(
                "profile-id",
                Long.toString(parameters.number(H264Capability.PROFILE).orElse((long) MAIN)))
            .with(
                "level-id",
                Long.toString(parameters.number(H264Capability.LEVEL).orElse((long) LEVEL_3_1)));
    return generic.maxBitRate().isPresent()
        ? format.with(H264Capability.BIT_RATE, Long.toString(generic.maxBitRate().orElse(0L) * 100))
        : format;
  }

  static GenericCapability write(Format format) {
    return GenericNames.capability(
        Identifiers.H265_ASSUMED,
        Numbers.read(format, H264Capability.BIT_RATE).map(rate -> rate / 100L).orElse(0L),
        GenericParameters.NONE
            .withBits(
                H264Capability.PROFILE,
                Math.min(255, Numbers.read(format, "profile-id").orElse(MAIN)))
            .withNumber(
                H264Capability.LEVEL,
                Math.min(65_535, Numbers.read(format, "level-id").orElse(LEVEL_3_1))),
        GenericParameters.NONE);
  }
}
