package parley.core.tender.draft;

import java.util.List;
import parley.profiles.tender.Requirement;
import parley.profiles.tender.Wording;

/** Writes a draft as a tender file; what must be answered stands in it as a comment. */
public final class DraftYaml {
  private final StringBuilder out = new StringBuilder();

  private DraftYaml() {}

  /**
   * @param name of the tender, a word of small letters, digits and '-'
   */
  public static String write(Draft draft, String name) {
    DraftYaml yaml = new DraftYaml();
    yaml.tender(draft, name);
    return yaml.out.toString();
  }

  private void tender(Draft draft, String name) {
    line("# Drafted from a document. Every wording is a quotation of it; the rest is a guess by a");
    line("# vocabulary, to be confirmed. Answer the questions and take their comments away.");
    draft.questions().forEach(question -> line("# QUESTION: " + oneLine(question)));
    line("name: " + name);
    line("title: {en: " + quoted(draft.file()) + "}");
    line("source: " + quoted("import of " + draft.file()));
    line("confidence: documented");
    line("customer: unknown");
    boolean polycom = draft.lines().stream().anyMatch(one -> one.marks().contains("Polycom"));
    line(
        polycom
            ? "installed: polycom-rmx   # the text names Polycom; the model is a guess"
            : "installed: unknown   # name a profile; a check refuses the file until then");
    line("candidates: []");
    line(draft.lines().isEmpty() ? "lines: []" : "lines:");
    draft.lines().forEach(this::line);
  }

  private void line(DraftLine found) {
    line("  - id: " + found.id());
    line("    # sure: " + found.sureness().name().toLowerCase(java.util.Locale.ROOT));
    found.questions().forEach(question -> line("    # QUESTION: " + oneLine(question)));
    line("    wording:");
    for (Wording wording : found.wordings()) {
      line(
          "      - {language: "
              + wording.language()
              + ", text: "
              + quoted(wording.text())
              + ", verbatim: true}");
    }
    line("    kind: " + found.kind().word());
    switch (found.requires()) {
      case Requirement.HasCodec(String codec) -> line("    requires: {codec: " + codec + "}");
      case Requirement.WorksWithInstalled() -> line("    requires: {works-with-installed: true}");
      case Requirement.HasProperty(String property, var atLeast) ->
          line(
              "    requires: {property: "
                  + property
                  + (atLeast.isPresent() ? ", at-least: " + atLeast.getAsInt() : "")
                  + "}");
      case Requirement.Unstated() -> {}
    }
    list("marks", found.marks().stream().toList());
    list("cases", found.cases());
    list("without", found.without());
    line("    source: " + quoted(String.join("; ", found.places())));
  }

  private void list(String key, List<String> values) {
    if (!values.isEmpty()) {
      line("    " + key + ": [" + String.join(", ", values) + "]");
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  /** A double-quoted scalar of YAML 1.2. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            one -> {
              if (one == '"' || one == '\\') {
                quoted.append('\\').appendCodePoint(one);
              } else if (Character.isISOControl(one) || one == 0x2028 || one == 0x2029) {
                quoted.append("\\u%04x".formatted(one));
              } else {
                quoted.appendCodePoint(one);
              }
            });
    return quoted.append('"').toString();
  }
}
