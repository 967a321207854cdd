package parley.h323.control;

import java.util.Optional;

/** Which part of the picture is to be sent anew (H.245 clause 7.11.5, MiscellaneousCommand). */
public sealed interface IntraScope {
  /** videoFastUpdatePicture. */
  record Picture() implements IntraScope {}

  /** videoFastUpdateGOB: {@code count} groups of blocks from {@code first} on. */
  record GroupsOfBlocks(int first, int count) implements IntraScope {}

  /** videoFastUpdateMB: {@code count} macroblocks. */
  record Macroblocks(Optional<Integer> firstGroup, Optional<Integer> firstBlock, int count)
      implements IntraScope {}
}
