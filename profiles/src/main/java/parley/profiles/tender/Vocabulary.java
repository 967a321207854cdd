package parley.profiles.tender;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import parley.profiles.Codec;
import parley.profiles.CodecKind;
import parley.profiles.CodecRegister;
import parley.profiles.Fields;
import parley.profiles.Profiles;
import parley.profiles.YamlFile;

/**
 * Words, in Russian and English, by which lines of a specification are found.
 *
 * @param domain ways to speak of videoconferencing, by name
 * @param codecWord says that a name beside it is that of a codec
 * @param marks trade marks by name
 * @param topics what lines are about; codecs of the register come after those of the file
 */
public record Vocabulary(
    Map<String, Pattern> domain,
    Pattern codecWord,
    Map<String, Pattern> marks,
    List<Topic> topics) {
  /** Numbers in words from 2; "one" is too often no number at all ("in one body"). */
  private static final List<String> NUMBER_WORDS =
      List.of(
          "two|два|две|двух",
          "three|три|тр[её]х",
          "four|четыре|четыр[её]х",
          "five|пять|пяти",
          "six|шесть|шести",
          "seven|семь|семи",
          "eight|восемь|восьми",
          "nine|девять|девяти",
          "ten|десять|десяти",
          "eleven|одиннадцат\\w+",
          "twelve|двенадцат\\w+");

  private static final String NUMBER =
      "(?<![\\w.,])(\\d{1,3}|" + String.join("|", NUMBER_WORDS) + ")(?![\\w]|[.,]\\d)";

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final class Standard {
    static final Vocabulary VOCABULARY =
        YamlFile.shipped(Profiles.class, "tenders/vocabulary.yaml")
            .then(document -> Fields.read(document, Vocabulary::read))
            .shipped();
  }

  public Vocabulary {
    domain = Map.copyOf(domain);
    marks = Map.copyOf(marks);
    topics = List.copyOf(topics);
  }

  /** The vocabulary that ships with Parley. */
  public static Vocabulary standard() {
    return Standard.VOCABULARY;
  }

  /** A number in digits or words; empty where it is none. */
  public static OptionalInt number(String text) {
    if (text.matches("\\d{1,3}")) {
      return OptionalInt.of(Integer.parseInt(text));
    }
    for (int word = 0; word < NUMBER_WORDS.size(); word++) {
      if (Pattern.compile(NUMBER_WORDS.get(word), FLAGS).matcher(text).matches()) {
        return OptionalInt.of(word + 2);
      }
    }
    return OptionalInt.empty();
  }

  private static Vocabulary read(Fields fields) {
    List<Topic> topics = new ArrayList<>(fields.groups("topics", Vocabulary::topic));
    CodecRegister.standard().codecs().stream()
        .filter(codec -> codec.kind() != CodecKind.OTHER)
        .map(Vocabulary::topic)
        .forEach(topics::add);
    return new Vocabulary(
        patterns(fields.textsByKey("domain")),
        pattern(fields.text("codec-word")),
        patterns(fields.textsByKey("marks")),
        topics);
  }

  private static Topic topic(Fields entry) {
    Requirement requires =
        entry.has("property")
            ? new Requirement.HasProperty(entry.text("property"), OptionalInt.empty())
            : entry.has("works-with-installed")
                ? new Requirement.WorksWithInstalled()
                : new Requirement.Unstated();
    return new Topic(
        entry.text("id"),
        LineKind.ofWord(entry.text("kind")),
        requires,
        entry.has("number") && entry.flag("number"),
        entry.texts("found").stream().map(Vocabulary::pattern).toList(),
        entry.texts("sure").stream().map(Vocabulary::pattern).toList(),
        entry.has("cases") ? entry.texts("cases") : List.of());
  }

  /** A codec is found by its name and sure beside the word codec. */
  private static Topic topic(Codec codec) {
    String name = codec.name();
    String spelled =
        name.matches("[GH]\\d.*")
            ? name.charAt(0) + "\\.?\\s?" + Pattern.quote(name.substring(1))
            : Pattern.quote(name);
    // G722.1 does not hold G722, nor does G.722.1C hold G.722.1.
    Pattern found = pattern("(?<![\\w.])" + spelled + "(?![\\w]|[.-]\\w)");
    return new Topic(
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
        LineKind.INTEROPERABILITY,
        new Requirement.HasCodec(name),
        false,
        List.of(found),
        List.of(found),
        List.of());
  }

  private static Map<String, Pattern> patterns(Map<String, String> texts) {
    Map<String, Pattern> found = new LinkedHashMap<>();
    texts.forEach((name, text) -> found.put(name, pattern(text)));
    return found;
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(text.replace("<number>", NUMBER), FLAGS);
  }
}
