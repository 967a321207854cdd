package parley.profiles.tender;

import java.util.Locale;

/** What a line of a specification is about. */
public enum LineKind {
  /** Whether two sides work together. */
  INTEROPERABILITY,
  /** How good picture and sound are. */
  MEDIA_QUALITY,
  /** The body: sockets, microphones, form. No call shows it. */
  PHYSICAL,
  /** Certificates, warranties, dates and other paper. */
  DOCUMENT;

  /** The word files use: {@code media-quality}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static LineKind ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
