package parley.core.quality.motion;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What became of the pictures of a stream.
 *
 * @param sent by their sender, where that is known
 * @param received access units that came, whole or not
 * @param decoded pictures the decoder gave
 * @param shown different burnt-in numbers among them; empty where none could be read
 * @param missing numbers between the first and the last shown that were not; empty likewise
 */
public record FrameCounts(
    OptionalLong sent, long received, long decoded, Optional<Long> shown, Optional<Long> missing) {
  public static FrameCounts of(OptionalLong sent, long received, List<Showing> pictures) {
    Set<Long> numbers = new HashSet<>();
    long highest = 0;
    long lowest = 0;
    int last = 0;
    long unwrapped = 0;
    for (Showing picture : pictures) {
      if (picture.frame().isPresent()) {
        int number = picture.frame().get().number();
        if (numbers.isEmpty()) {
          unwrapped = number;
          lowest = number;
          highest = number;
        } else {
          // The nearer way round: numbers are those of 24 bits.
          unwrapped += ((number - last) << 8) >> 8;
        }
        last = number;
        numbers.add(unwrapped);
        lowest = Math.min(lowest, unwrapped);
        highest = Math.max(highest, unwrapped);
      }
    }
    if (numbers.isEmpty()) {
      return new FrameCounts(sent, received, pictures.size(), Optional.empty(), Optional.empty());
    }
    return new FrameCounts(
        sent,
        received,
        pictures.size(),
        Optional.of((long) numbers.size()),
        Optional.of(highest - lowest + 1 - numbers.size()));
  }
}
