package parley.profiles;

import java.util.Locale;

/** How a value came to be known, from the strongest to none. */
public enum Confidence {
  /** Measured by a run of this harness. */
  MEASURED,
  /** Seen in a trace or test fixture of somebody else. */
  TRACED,
  /** A public document of the maker or a standard says so. */
  DOCUMENTED,
  /** Somebody says so, without a document. */
  DECLARED,
  /** Nobody knows; a value beside it is an assumption. Never the same as absent. */
  UNKNOWN;

  /** The word files use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the word files use. */
  public static Confidence ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The weaker of the two: a conclusion carries the weakest confidence it rests on. */
  public Confidence weaker(Confidence other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
