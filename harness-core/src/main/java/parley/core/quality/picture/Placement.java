package parley.core.quality.picture;

import parley.core.media.video.Picture;
import parley.core.wire.Octets;

/**
 * Where in a received picture the sent one lies, in luma samples: an MCU scales and moves it.
 *
 * @param width of the sent picture as it came, at least 1
 */
public record Placement(int left, int top, int width, int height) {
  /** The part of {@code picture} at this place, scaled to the size it was sent in. */
  public Picture cut(Picture picture, int sentWidth, int sentHeight) {
    int narrow = (picture.width() + 1) / 2;
    int low = (picture.height() + 1) / 2;
    return new Picture(
        sentWidth,
        sentHeight,
        scaled(picture.luma(), picture.width(), picture.height(), 1, sentWidth, sentHeight),
        scaled(picture.blue(), narrow, low, 2, (sentWidth + 1) / 2, (sentHeight + 1) / 2),
        scaled(picture.red(), narrow, low, 2, (sentWidth + 1) / 2, (sentHeight + 1) / 2));
  }

  /** Linear between the four samples around; what lies beyond the edge is the edge. */
  private Octets scaled(
      Octets plane, int planeWidth, int planeHeight, int subsampling, int toWidth, int toHeight) {
    byte[] result = new byte[toWidth * toHeight];
    double stepX = (double) width / subsampling / toWidth;
    double stepY = (double) height / subsampling / toHeight;
    for (int y = 0; y < toHeight; y++) {
      double fromY = (double) top / subsampling + (y + 0.5) * stepY - 0.5;
      int row = (int) Math.floor(fromY);
      double down = fromY - row;
      for (int x = 0; x < toWidth; x++) {
        double fromX = (double) left / subsampling + (x + 0.5) * stepX - 0.5;
        int column = (int) Math.floor(fromX);
        double right = fromX - column;
        double above =
            sample(plane, planeWidth, planeHeight, column, row) * (1 - right)
                + sample(plane, planeWidth, planeHeight, column + 1, row) * right;
        double below =
            sample(plane, planeWidth, planeHeight, column, row + 1) * (1 - right)
                + sample(plane, planeWidth, planeHeight, column + 1, row + 1) * right;
        result[y * toWidth + x] = (byte) Math.round(above * (1 - down) + below * down);
      }
    }
    return Octets.of(result);
  }

  private static int sample(Octets plane, int width, int height, int column, int row) {
    int x = Math.max(0, Math.min(width - 1, column));
    int y = Math.max(0, Math.min(height - 1, row));
    return plane.u8(y * width + x);
  }
}
