package parley.core.tender;

import java.text.MessageFormat;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.TreeSet;
import parley.profiles.Confidence;

/** The texts of tender results in one language. */
public final class Words {
  /** Languages there are texts for, ISO 639-1. */
  public static final List<String> LANGUAGES = List.of("en", "ru");

  private final String language;
  private final ResourceBundle bundle;

  private Words(String language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            "parley.core.tender.words",
            Locale.of(language),
            Words.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The texts of one of {@link #LANGUAGES}. */
  public static Words of(String language) {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException("no texts in '" + language + "'");
    }
    return new Words(language);
  }

  public String language() {
    return language;
  }

  /** The text of a key with its parts. */
  public String say(String key, Object... parts) {
    return say(Phrase.of(key, parts));
  }

  /** A phrase in this language. */
  public String say(Phrase phrase) {
    Object[] parts =
        phrase.parts().stream()
            .map(part -> part instanceof Phrase inner ? say(inner) : String.valueOf(part))
            .toArray();
    return new MessageFormat(bundle.getString(phrase.key()), Locale.ROOT).format(parts);
  }

  /** How sure something is, as a part of a sentence. */
  public String say(Confidence confidence) {
    return say("confidence." + confidence.word());
  }

  public String say(LineClass lineClass) {
    return say("class." + lineClass.name());
  }

  public String say(Standing standing) {
    return say("standing." + standing.name());
  }

  SortedSet<String> keys() {
    SortedSet<String> keys = new TreeSet<>();
    for (Enumeration<String> all = bundle.getKeys(); all.hasMoreElements(); ) {
      keys.add(all.nextElement());
    }
    return keys;
  }
}
