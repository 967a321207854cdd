package parley.core.media.signal;

import java.util.Optional;
import parley.core.media.signal.TestPicture.Stamp;

/**
 * How a stamp lies in a picture: a strip of 26 by 4 cells along the top edge and a second one, its
 * data inverted, along the bottom edge; each row is a twentieth of the picture. The first row and
 * the outer columns are guards of known colour; the 72 cells between hold 24 bits of frame number,
 * 24 of milliseconds and 24 of checksum.
 */
final class StampGrid {
  static final int COLUMNS = 26;
  static final int ROWS = 4;
  static final int ROWS_OF_PICTURE = 20;
  private static final int DATA_COLUMNS = COLUMNS - 2;
  private static final int BITS = 24;

  /** The guard row from left to right; no shift of it by less than 26 cells equals it. */
  private static final String GUARD_ROW = "10101100110101001110010101";

  private StampGrid() {}

  static boolean guard(int row, int column) {
    return row == 0 || column == 0 || column == COLUMNS - 1;
  }

  static boolean guardIsWhite(int row, int column) {
    return row == 0 ? GUARD_ROW.charAt(column) == '1' : (row + column) % 2 == 0;
  }

  /** Whether a cell is white when {@code stamp} is written there. */
  static boolean isWhite(Stamp stamp, boolean bottom, int row, int column) {
    if (guard(row, column)) {
      return guardIsWhite(row, column);
    }
    long word =
        switch (row) {
          case 1 -> stamp.frame();
          case 2 -> stamp.millis();
          default -> checksum(stamp.frame(), stamp.millis());
        };
    return ((word >> (DATA_COLUMNS - column)) & 1) == 1 ^ bottom;
  }

  /** The stamp that three rows of data bits hold, if its checksum is right. */
  static Optional<Stamp> stamp(long frame, long millis, long checksum) {
    return checksum(frame, millis) == checksum
        ? Optional.of(new Stamp((int) frame, millis))
        : Optional.empty();
  }

  /** CRC-24 of RFC 9580 §6.1.1 over the six octets. */
  private static long checksum(long frame, long millis) {
    long crc = 0xb704ce;
    long data = (frame << BITS) | millis;
    for (int shift = 40; shift >= 0; shift -= 8) {
      crc ^= ((data >> shift) & 0xff) << 16;
      for (int bit = 0; bit < 8; bit++) {
        crc <<= 1;
        if ((crc & 0x1000000) != 0) {
          crc ^= 0x1864cfb;
        }
      }
    }
    return crc & 0xffffff;
  }
}
