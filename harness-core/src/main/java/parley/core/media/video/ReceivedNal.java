package parley.core.media.video;

import java.util.List;

/**
 * A NAL unit as it came.
 *
 * @param nal the unit, or what came of it
 * @param packets numbers of the packets it came in
 * @param complete false where fragments of it are missing
 */
public record ReceivedNal(NalUnit nal, List<Long> packets, boolean complete) {
  public ReceivedNal {
    packets = List.copyOf(packets);
  }
}
