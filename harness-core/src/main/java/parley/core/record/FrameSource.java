package parley.core.record;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import parley.core.wire.Octets;

/**
 * A capture file as a run of frames, of which one is the present one. Its octets lie in the window
 * of the input and are good until {@link #advance()} is called again.
 */
abstract sealed class FrameSource permits PcapFrames, PcapngFrames {
  final CaptureInput in;
  boolean littleEndian;
  long number;
  long timeNanos;
  int linkType;

  /** Of the frame, from the beginning of the window. */
  int at;

  int length;
  boolean damaged;
  Optional<String> endedEarly = Optional.empty();

  FrameSource(CaptureInput in) {
    this.in = in;
  }

  /** Goes to the next frame; false at the end. Content never throws. */
  abstract boolean advance() throws IOException;

  /** The present frame with all that stands beside it, as a copy. */
  abstract Frame frame();

  final Octets copy(int from, int count) {
    return Octets.of(Arrays.copyOfRange(in.octets(), from, from + count));
  }

  /** Why the reading ended before the file was read to its proper end. */
  final Optional<String> endedEarly() {
    return endedEarly;
  }
}
