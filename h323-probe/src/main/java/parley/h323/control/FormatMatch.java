package parley.h323.control;

import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaLine;
import parley.core.media.video.ProfileLevelId;

/** Whether what one side sends is what the other receives. */
final class FormatMatch {
  private FormatMatch() {}

  /** The first format of the line that the other side's format fits. */
  static Optional<Format> in(MediaLine line, Format theirs) {
    return line.formats().stream().filter(ours -> same(ours, theirs)).findFirst();
  }

  /**
   * The same codec, clock and channels; of H.264 the same packetization mode and the same profile,
   * levels apart; of G.722.1 the same bit rate where both name one.
   */
  static boolean same(Format one, Format other) {
    return one.is(other.codec())
        && one.clockRate() == other.clockRate()
        && one.channels() == other.channels()
        && (!one.is("H264") || (mode(one).equals(mode(other)) && profile(one) == profile(other)))
        && (!one.is("G7221") || agree(one, other, "bitrate"));
  }

  private static String mode(Format format) {
    return format.parameter("packetization-mode").orElse("0");
  }

  private static int profile(Format format) {
    return format
        .parameter("profile-level-id")
        .flatMap(ProfileLevelId::parse)
        .orElse(ProfileLevelId.ABSENT)
        .profileIdc();
  }

  private static boolean agree(Format one, Format other, String name) {
    Optional<String> first = one.parameter(name);
    Optional<String> second = other.parameter(name);
    return first.isEmpty() || second.isEmpty() || first.equals(second);
  }
}
