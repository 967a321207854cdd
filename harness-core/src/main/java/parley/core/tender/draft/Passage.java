package parley.core.tender.draft;

/**
 * A piece of a document.
 *
 * @param place such as {@code paragraph 3} or {@code page 2}
 * @param text as it stands there
 */
public record Passage(String place, String text) {
  /** Longer ones are no line of a specification, and slow to search. */
  static final int LONGEST = 2_000;
}
