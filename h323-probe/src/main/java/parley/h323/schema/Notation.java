package parley.h323.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a schema text. A fault in it is a fault of this project and throws. */
final class Notation {
  private static final Pattern WORD =
      Pattern.compile(
          "--[^\\n]*|\\s+|(::=|\\.\\.\\.|\\.\\.|\"[^\"]*\""
              + "|[A-Za-z0-9-]+(?:\\.[A-Za-z][A-Za-z0-9-]*)?|[{}(),&])");

  private final String module;
  private final List<String> words = new ArrayList<>();
  private int next;

  Notation(String module, String text) {
    this.module = module;
    Matcher matcher = WORD.matcher(text);
    int end = 0;
    while (matcher.lookingAt()) {
      if (matcher.group(1) != null) {
        words.add(matcher.group(1));
      }
      end = matcher.end();
      matcher.region(end, text.length());
    }
    if (end < text.length()) {
      throw new IllegalStateException(module + ": cannot read '" + text.substring(end, end + 1));
    }
  }

  boolean atEnd() {
    return next == words.size();
  }

  String peek() {
    return atEnd() ? "" : words.get(next);
  }

  String peek(int further) {
    return next + further < words.size() ? words.get(next + further) : "";
  }

  String take() {
    if (atEnd()) {
      throw new IllegalStateException(module + " ends early");
    }
    return words.get(next++);
  }

  boolean accept(String... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (!peek(i).equals(expected[i])) {
        return false;
      }
    }
    next += expected.length;
    return true;
  }

  void expect(String expected) {
    String word = take();
    if (!word.equals(expected)) {
      throw new IllegalStateException(
          module
              + ": '"
              + expected
              + "' expected after "
              + words.subList(Math.max(0, next - 12), next));
    }
  }
}
