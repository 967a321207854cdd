package parley.core.record;

import java.io.IOException;
import java.util.Optional;

/** A capture file as a run of frames. */
sealed interface FrameSource permits PcapFrames, PcapngFrames {
  /** The next frame; empty at the end. Content never throws. */
  Optional<Frame> next() throws IOException;

  /** Why the reading ended before the file was read to its proper end. */
  Optional<String> endedEarly();
}
