package parley.profiles;

/**
 * Something in a file that keeps it from being used, in words for those who wrote it.
 *
 * @param file as the user named it
 * @param line from 1; 0 where no line can be named
 * @param column from 1; 0 where no line can be named
 * @param path JSON Pointer (RFC 6901) of the value, empty for the whole file
 * @param message a sentence part without the place
 */
public record Problem(String file, int line, int column, String path, String message) {
  /** A problem of the file as a whole. */
  public static Problem of(String file, String message) {
    return new Problem(file, 0, 0, "", message);
  }

  /** Place and message: {@code line 7, column 3: …}. */
  public String placed() {
    return line == 0 ? message : "line " + line + ", column " + column + ": " + message;
  }

  /** File, place and message. */
  @Override
  public String toString() {
    return file + ": " + placed();
  }
}
