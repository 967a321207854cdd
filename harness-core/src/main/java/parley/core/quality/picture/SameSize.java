package parley.core.quality.picture;

import parley.core.media.video.Picture;

/** Pictures of two sizes are to be registered before they are compared. */
final class SameSize {
  private SameSize() {}

  static void require(Picture one, Picture two) {
    if (one.width() != two.width() || one.height() != two.height()) {
      throw new IllegalArgumentException(
          "%dx%d against %dx%d".formatted(one.width(), one.height(), two.width(), two.height()));
    }
  }
}
