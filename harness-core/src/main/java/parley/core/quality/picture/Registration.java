package parley.core.quality.picture;

import java.util.Optional;
import parley.core.media.video.Picture;
import parley.core.wire.Octets;

/**
 * Finds a sent picture in a received one: first its edges as the part that is not a plain border,
 * then the shift of whole samples at which it differs least.
 */
public final class Registration {
  /** A sample that differs from the border by more is no border. */
  private static final int NOT_BORDER = 24;

  /** A row or column of which more than this part is not border belongs to the picture. */
  private static final double PART = 0.1;

  private Registration() {}

  /**
   * Where {@code sent} lies in {@code received}; nothing if nothing but border was received.
   *
   * @param reach how many samples around the found edges are tried, at least 0
   */
  public static Optional<Placement> find(Picture sent, Picture received, int reach) {
    return extent(received).map(found -> refine(sent, received, found, reach));
  }

  private static Optional<Placement> extent(Picture picture) {
    int width = picture.width();
    int height = picture.height();
    // A border is as dark as the darker corner: letter boxes are black, and stamps begin white.
    Octets luma = picture.luma();
    int border = Math.min(luma.u8(0), luma.u8(width * height - 1));
    boolean bordered = border < 32;
    if (!bordered) {
      return Optional.of(new Placement(0, 0, width, height));
    }
    int[] columns = new int[width];
    int[] rows = new int[height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (Math.abs(luma.u8(y * width + x) - border) > NOT_BORDER) {
          columns[x]++;
          rows[y]++;
        }
      }
    }
    int left = first(columns, height);
    int top = first(rows, width);
    int right = last(columns, height);
    int bottom = last(rows, width);
    return left > right || top > bottom
        ? Optional.empty()
        : Optional.of(new Placement(left, top, right - left + 1, bottom - top + 1));
  }

  private static int first(int[] counts, int of) {
    int i = 0;
    while (i < counts.length && counts[i] <= PART * of) {
      i++;
    }
    return i;
  }

  private static int last(int[] counts, int of) {
    int i = counts.length - 1;
    while (i >= 0 && counts[i] <= PART * of) {
      i--;
    }
    return i;
  }

  private static Placement refine(Picture sent, Picture received, Placement found, int reach) {
    Placement best = found;
    double least = difference(sent, received, found);
    for (int step = Integer.highestOneBit(Math.max(1, reach)); step >= 1 && reach > 0; step /= 2) {
      boolean better = true;
      while (better) {
        better = false;
        for (Placement near : around(best, step)) {
          if (Math.abs(near.left() - found.left()) > reach
              || Math.abs(near.top() - found.top()) > reach
              || near.width() < 2
              || near.height() < 2) {
            continue;
          }
          double difference = difference(sent, received, near);
          if (difference < least) {
            least = difference;
            best = near;
            better = true;
          }
        }
      }
    }
    return best;
  }

  private static Placement[] around(Placement p, int step) {
    return new Placement[] {
      new Placement(p.left() - step, p.top(), p.width(), p.height()),
      new Placement(p.left() + step, p.top(), p.width(), p.height()),
      new Placement(p.left(), p.top() - step, p.width(), p.height()),
      new Placement(p.left(), p.top() + step, p.width(), p.height()),
      new Placement(p.left(), p.top(), p.width() - step, p.height()),
      new Placement(p.left(), p.top(), p.width() + step, p.height()),
      new Placement(p.left(), p.top(), p.width(), p.height() - step),
      new Placement(p.left(), p.top(), p.width(), p.height() + step)
    };
  }

  private static double difference(Picture sent, Picture received, Placement placement) {
    return PictureDifference.of(sent, placement.cut(received, sent.width(), sent.height())).luma();
  }
}
