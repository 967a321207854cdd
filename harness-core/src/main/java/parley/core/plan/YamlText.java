package parley.core.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes text so that every YAML 1.2 reader reads the same text back. */
final class YamlText {
  private YamlText() {}

  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            letter -> {
              if (letter == '"' || letter == '\\') {
                out.append('\\').appendCodePoint(letter);
              } else if (plain(letter)) {
                out.appendCodePoint(letter);
              } else {
                out.append(
                    String.format(Locale.ROOT, letter > 0xffff ? "\\U%08x" : "\\u%04x", letter));
              }
            });
    return out.append('"').toString();
  }

  static String list(List<String> texts) {
    return texts.stream().map(YamlText::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** What stands for itself: printable, no line break, no byte order mark, no private use. */
  private static boolean plain(int letter) {
    return (letter >= 0x20 && letter < 0x7f) || Character.isLetterOrDigit(letter);
  }
}
