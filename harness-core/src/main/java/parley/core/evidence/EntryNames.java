package parley.core.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which names a bundle may hold: those that mean the same file on every system, and no other. */
final class EntryNames {
  static final String MIMETYPE = "mimetype";
  static final String RESERVED_FOLDER = "META-INF/";
  static final String MANIFEST = RESERVED_FOLDER + "ASiCManifest.xml";
  static final String SIGNATURE = RESERVED_FOLDER + "signature.p7s";

  /** Octets of a name in UTF-8. */
  static final int LONGEST = 1024;

  /** By UTF-8 octets, which is also the order of the code points. */
  static final Comparator<String> ORDER =
      (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));

  private EntryNames() {}

  static boolean isPayload(String name) {
    return !name.equals(MIMETYPE) && !name.startsWith(RESERVED_FOLDER);
  }

  /** What is wrong with the name of one payload file. */
  static Optional<String> problemWith(String name) {
    if (name.isEmpty()) {
      return Optional.of("is empty");
    }
    if (!UTF_8.newEncoder().canEncode(name)) {
      return Optional.of("is not Unicode text");
    }
    if (name.getBytes(UTF_8).length > LONGEST) {
      return Optional.of("is longer than " + LONGEST + " octets");
    }
    if (name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
      return Optional.of("holds a backslash or a colon");
    }
    if (name.codePoints().anyMatch(EntryNames::invisible)) {
      return Optional.of("holds a control character");
    }
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return Optional.of("is absolute, or has an empty, '.' or '..' part");
      }
    }
    String folded = name.toLowerCase(Locale.ROOT);
    if (folded.equals(MIMETYPE) || (folded + "/").startsWith("meta-inf/")) {
      return Optional.of("is reserved for the container itself");
    }
    return Optional.empty();
  }

  /**
   * What is wrong among names that are each correct: two that would fall on one file where case
   * does not count, or a file that is another one's folder.
   */
  static Optional<String> problemAmong(List<String> names) {
    Map<String, String> files = new HashMap<>();
    for (String name : names) {
      String twin = files.put(name.toLowerCase(Locale.ROOT), name);
      if (twin != null) {
        return Optional.of(
            twin.equals(name)
                ? "'" + name + "' is there twice"
                : "'" + twin + "' and '" + name + "' differ only in case");
      }
    }
    for (String name : names) {
      String folded = name.toLowerCase(Locale.ROOT);
      for (int slash = folded.indexOf('/'); slash > 0; slash = folded.indexOf('/', slash + 1)) {
        String file = files.get(folded.substring(0, slash));
        if (file != null) {
          return Optional.of("'" + file + "' is a file and the folder of '" + name + "'");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean invisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
