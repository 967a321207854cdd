package parley.profiles.tender;

/**
 * A line as somebody wrote it.
 *
 * @param language ISO 639-1, such as {@code ru}
 * @param text the words
 * @param verbatim false where the words are another's account of the line and not the line itself
 */
public record Wording(String language, String text, boolean verbatim) {}
