package parley.core.media.video;

import java.util.Optional;

/**
 * What the VUI says of time and buffering (ITU-T H.264 §E.1.1).
 *
 * @param timing clock of the stream
 * @param maxReorderFrames max_num_reorder_frames
 * @param maxDecodedFrameBuffering max_dec_frame_buffering
 */
public record VideoUsability(
    Optional<Timing> timing,
    Optional<Integer> maxReorderFrames,
    Optional<Integer> maxDecodedFrameBuffering) {

  /**
   * num_units_in_tick, time_scale and fixed_frame_rate_flag. A frame lasts two ticks.
   *
   * @param unitsInTick units of the clock in a tick
   * @param timeScale units of the clock in a second
   */
  public record Timing(long unitsInTick, long timeScale, boolean fixedFrameRate) {
    /** Frames per second; empty where the stream says nothing that makes sense. */
    public Optional<Double> framesPerSecond() {
      return unitsInTick == 0 || timeScale == 0
          ? Optional.empty()
          : Optional.of(timeScale / (2.0 * unitsInTick));
    }
  }
}
