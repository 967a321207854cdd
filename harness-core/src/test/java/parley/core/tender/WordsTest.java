package parley.core.tender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.profiles.Confidence;

final class WordsTest {
  private static final Words ENGLISH = Words.of("en");
  private static final Words RUSSIAN = Words.of("ru");

  @Test
  void bothLanguagesSayTheSameThings() {
    assertEquals(ENGLISH.keys(), RUSSIAN.keys());
    assertTrue(ENGLISH.keys().size() > 100);
  }

  @Test
  void everyTextFillsInTheSamePartsInBothLanguages() {
    String[] letters = {"<a>", "<b>", "<c>", "<d>"};
    for (String key : ENGLISH.keys()) {
      String english = ENGLISH.say(key, (Object[]) letters);
      String russian = RUSSIAN.say(key, (Object[]) letters);
      assertEquals(parts(english), parts(russian), key);
      assertFalse(english.contains("{") || russian.contains("{"), key);
      assertFalse(english.contains("''"), key);
    }
  }

  @Test
  void theRussianTextsAreRussian() {
    for (String key : RUSSIAN.keys()) {
      String text = RUSSIAN.say(key, "", "", "", "");
      assertTrue(
          text.codePoints().anyMatch(one -> one >= 0x400 && one < 0x500) || text.length() < 5, key);
    }
  }

  @Test
  void everyClassStandingAndConfidenceHasAWord() {
    for (Words words : new Words[] {ENGLISH, RUSSIAN}) {
      for (LineClass one : LineClass.values()) {
        assertFalse(words.say(one).isBlank());
      }
      for (Standing one : Standing.values()) {
        assertFalse(words.say(one).isBlank());
      }
      for (Confidence one : Confidence.values()) {
        assertFalse(words.say(one).isBlank());
      }
    }
    assertEquals("as far as public documents say", ENGLISH.say(Confidence.DOCUMENTED));
  }

  private static Set<String> parts(String text) {
    Set<String> parts = new TreeSet<>();
    Matcher matcher = Pattern.compile("<[abcd]>").matcher(text);
    while (matcher.find()) {
      parts.add(matcher.group());
    }
    return parts;
  }
}
