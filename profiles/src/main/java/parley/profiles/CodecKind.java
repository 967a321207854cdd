package parley.profiles;

import java.util.Locale;

/** What a register entry carries. */
public enum CodecKind {
  AUDIO,
  VIDEO,
  /** Anything else in RTP or beside it: tones, far-end camera, floor control, protection. */
  OTHER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
