package parley.h323.capability;

import java.util.List;
import java.util.Optional;
import parley.h323.h245.ExtendedVideoCapability;
import parley.h323.h245.GenericCapability;
import parley.h323.h245.VideoCapability;

/** What a video channel with a role shows (H.239 clause 8.1). */
public enum ContentRole {
  /** Slides or documents; whoever sends it holds the token. */
  PRESENTATION(1),
  /** A further camera; no token. */
  LIVE(2);

  private static final int ROLE_LABEL = 1;

  private final int bit;

  ContentRole(int bit) {
    this.bit = bit;
  }

  /** The role a capability carries; the first where it carries both, empty where it has none. */
  public static Optional<ContentRole> of(VideoCapability capability) {
    return capability instanceof VideoCapability.ExtendedVideoCapability(var extended)
        ? extended.videoCapabilityExtension().orElse(List.of()).stream()
            .flatMap(extension -> of(extension).stream())
            .findFirst()
        : Optional.empty();
  }

  private static Optional<ContentRole> of(GenericCapability extension) {
    if (!Identifiers.is(extension.capabilityIdentifier(), Identifiers.H239_EXTENDED_VIDEO)) {
      return Optional.empty();
    }
    long label =
        GenericParameters.of(extension.collapsing())
            .number(ROLE_LABEL)
            .or(() -> GenericParameters.of(extension.nonCollapsing()).number(ROLE_LABEL))
            .orElse((long) PRESENTATION.bit);
    return Optional.of((label & PRESENTATION.bit) != 0 || label == 0 ? PRESENTATION : LIVE);
  }

  /** The capability with this role. */
  public VideoCapability wrap(VideoCapability video) {
    return new VideoCapability.ExtendedVideoCapability(
        ExtendedVideoCapability.with()
            .videoCapability(List.of(video))
            .videoCapabilityExtension(
                List.of(
                    GenericNames.capability(
                        Identifiers.H239_EXTENDED_VIDEO,
                        0,
                        GenericParameters.NONE.withBits(ROLE_LABEL, bit),
                        GenericParameters.NONE)))
            .build());
  }
}
