package parley.core.judge;

/**
 * A place in a standard.
 *
 * @param document such as "RFC 3264"
 * @param section such as "6"; empty for the whole document
 */
public record Clause(String document, String section) {
  /** Reads "RFC 3264 §6" or "RFC 3264". */
  public static Clause of(String text) {
    int mark = text.indexOf('§');
    return mark < 0
        ? new Clause(text.strip(), "")
        : new Clause(text.substring(0, mark).strip(), text.substring(mark + 1).strip());
  }

  @Override
  public String toString() {
    return section.isEmpty() ? document : document + " §" + section;
  }
}
