package parley.core.quality.motion;

/**
 * How sound and picture of one moment lie (ITU-R BT.1359-1). The limits are as trade press and
 * makers cite them; the Recommendation itself was not to be had.
 *
 * @param soundEarlyMillis how much earlier the sound came than the picture; below 0 it came late
 */
public record LipSync(double soundEarlyMillis) {
  private static final double NOTICED_EARLY = 45;
  private static final double NOTICED_LATE = -125;
  private static final double ACCEPTED_EARLY = 90;
  private static final double ACCEPTED_LATE = -185;

  /** What people make of it. */
  public enum Grade {
    /** From 125 ms late to 45 ms early. */
    UNNOTICED,
    /** From 185 ms late to 90 ms early. */
    ACCEPTABLE,
    UNACCEPTABLE
  }

  /**
   * From the delays of both.
   *
   * @param soundDelayMillis from mouth to ear
   * @param pictureDelayMillis from glass to glass
   */
  public static LipSync of(double soundDelayMillis, double pictureDelayMillis) {
    return new LipSync(pictureDelayMillis - soundDelayMillis);
  }

  public Grade grade() {
    if (soundEarlyMillis <= NOTICED_EARLY && soundEarlyMillis >= NOTICED_LATE) {
      return Grade.UNNOTICED;
    }
    return soundEarlyMillis <= ACCEPTED_EARLY && soundEarlyMillis >= ACCEPTED_LATE
        ? Grade.ACCEPTABLE
        : Grade.UNACCEPTABLE;
  }
}
