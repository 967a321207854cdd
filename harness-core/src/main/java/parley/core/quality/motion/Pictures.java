package parley.core.quality.motion;

import java.util.ArrayList;
import java.util.List;

/** Sorts the pictures that showed something new from those that did not. */
final class Pictures {
  private Pictures() {}

  /** Without those that bear the number of the one before them. */
  static List<Showing> fresh(List<Showing> pictures) {
    List<Showing> fresh = new ArrayList<>();
    for (Showing picture : pictures) {
      boolean again =
          !fresh.isEmpty()
              && picture.frame().isPresent()
              && picture.frame().equals(fresh.getLast().frame());
      if (!again) {
        fresh.add(picture);
      }
    }
    return fresh;
  }
}
