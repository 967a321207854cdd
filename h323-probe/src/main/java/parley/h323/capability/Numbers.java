package parley.h323.capability;

import java.util.Optional;
import parley.core.call.Format;

/** Reads the numbers among a format's parameters. */
final class Numbers {
  private Numbers() {}

  /** Empty where the parameter is absent or no number of at most nine digits. */
  static Optional<Integer> read(Format format, String name) {
    return format
        .parameter(name)
        .map(String::strip)
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(Integer::parseInt);
  }
}
