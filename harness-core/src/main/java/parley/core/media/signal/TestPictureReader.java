package parley.core.media.signal;

import java.util.Optional;
import parley.core.media.signal.TestPicture.Stamp;
import parley.core.media.video.Picture;

/**
 * Reads the stamp of a {@link TestPicture} back from a picture of any size. What is not certain is
 * not read: the guards must stand out, each cell must be clearly black or white, the checksum must
 * fit, and the two strips must not contradict each other.
 */
public final class TestPictureReader {
  private static final double LEAST_CONTRAST = 48;

  /** How far from the middle a cell must be, as a part of the contrast. */
  private static final double MARGIN = 0.15;

  private TestPictureReader() {}

  public static Optional<Stamp> read(Picture picture) {
    if (picture.width() < 2 * StampGrid.COLUMNS
        || picture.height() < 2 * StampGrid.ROWS_OF_PICTURE) {
      return Optional.empty();
    }
    Optional<Stamp> top = strip(picture, false);
    Optional<Stamp> bottom = strip(picture, true);
    if (top.isPresent() && bottom.isPresent() && !top.equals(bottom)) {
      return Optional.empty();
    }
    return top.or(() -> bottom);
  }

  private static Optional<Stamp> strip(Picture picture, boolean bottom) {
    double[][] cells = new double[StampGrid.ROWS][StampGrid.COLUMNS];
    double white = 0;
    double black = 0;
    int whites = 0;
    int blacks = 0;
    for (int row = 0; row < StampGrid.ROWS; row++) {
      for (int column = 0; column < StampGrid.COLUMNS; column++) {
        double shade = mean(picture, bottom, row, column);
        cells[row][column] = shade;
        if (StampGrid.guard(row, column)) {
          if (StampGrid.guardIsWhite(row, column)) {
            white += shade;
            whites++;
          } else {
            black += shade;
            blacks++;
          }
        }
      }
    }
    double contrast = white / whites - black / blacks;
    double middle = (white / whites + black / blacks) / 2;
    if (contrast < LEAST_CONTRAST) {
      return Optional.empty();
    }
    long[] words = new long[StampGrid.ROWS];
    for (int row = 0; row < StampGrid.ROWS; row++) {
      for (int column = 0; column < StampGrid.COLUMNS; column++) {
        double away = cells[row][column] - middle;
        boolean isWhite = away > 0;
        if (Math.abs(away) < MARGIN * contrast) {
          return Optional.empty();
        }
        if (!StampGrid.guard(row, column)) {
          words[row] = (words[row] << 1) | (isWhite ^ bottom ? 1 : 0);
        } else if (isWhite != StampGrid.guardIsWhite(row, column)) {
          return Optional.empty();
        }
      }
    }
    return StampGrid.stamp(words[1], words[2], words[3]);
  }

  /** Mean of the inner half of a cell in both directions. */
  private static double mean(Picture picture, boolean bottom, int row, int column) {
    double cellWidth = (double) picture.width() / StampGrid.COLUMNS;
    double cellHeight = (double) picture.height() / StampGrid.ROWS_OF_PICTURE;
    int rowInPicture = bottom ? StampGrid.ROWS_OF_PICTURE - StampGrid.ROWS + row : row;
    int left = (int) (cellWidth * (column + 0.25));
    int right = Math.max(left + 1, (int) (cellWidth * (column + 0.75)));
    int top = (int) (cellHeight * (rowInPicture + 0.25));
    int end = Math.max(top + 1, (int) (cellHeight * (rowInPicture + 0.75)));
    long sum = 0;
    for (int y = top; y < end; y++) {
      for (int x = left; x < right; x++) {
        sum += picture.luma().u8(y * picture.width() + x);
      }
    }
    return (double) sum / ((long) (right - left) * (end - top));
  }
}
