package parley.core.tender.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.profiles.Codec;
import parley.profiles.CodecRegister;
import parley.profiles.tender.Requirement;
import parley.profiles.tender.Topic;
import parley.profiles.tender.Vocabulary;
import parley.profiles.tender.Wording;

/** Finds lines in the passages of a document. */
public final class Drafting {
  /** In so many ways a document must speak of videoconferencing before any line of it is sure. */
  private static final int WAYS = 2;

  private final Vocabulary vocabulary;
  private final boolean inDomain;
  private final Map<String, DraftLine> lines = new LinkedHashMap<>();

  private Drafting(Vocabulary vocabulary, List<Passage> passages) {
    this.vocabulary = vocabulary;
    this.inDomain =
        vocabulary.domain().values().stream()
                .filter(
                    way ->
                        passages.stream().anyMatch(passage -> way.matcher(passage.text()).find()))
                .count()
            >= WAYS;
  }

  /**
   * @param file how questions and sources call the document
   * @param passages in the order of the document
   */
  public static Draft of(String file, List<Passage> passages, Vocabulary vocabulary) {
    List<Passage> read =
        passages.stream().filter(one -> one.text().length() <= Passage.LONGEST).toList();
    Drafting drafting = new Drafting(vocabulary, read);
    read.forEach(drafting::read);
    return new Draft(
        file,
        List.copyOf(drafting.lines.values()),
        passages.size(),
        drafting.questions(passages, read));
  }

  private void read(Passage passage) {
    for (Topic topic : vocabulary.topics()) {
      if (topic.found().stream().anyMatch(one -> one.matcher(passage.text()).find())) {
        add(line(topic, passage));
      }
    }
  }

  private DraftLine line(Topic topic, Passage passage) {
    String text = passage.text();
    List<String> questions = new ArrayList<>();
    List<Pattern> sure = topic.sure().stream().filter(one -> one.matcher(text).find()).toList();
    boolean certain = !sure.isEmpty();
    Requirement requires = topic.requires();
    List<String> without = List.of();
    switch (topic.requires()) {
      case Requirement.HasProperty(String name, OptionalInt ignored) -> {
        OptionalInt number = topic.asksNumber() ? number(sure, text) : OptionalInt.empty();
        requires = new Requirement.HasProperty(name, number);
        if (topic.asksNumber() && number.isEmpty()) {
          certain = false;
          questions.add("how many? the text gives no number that surely belongs to it");
        }
      }
      case Requirement.HasCodec(String codec) -> {
        certain = vocabulary.codecWord().matcher(text).find();
        if (!certain) {
          questions.add("is this the codec " + codec + "? the text does not call it a codec");
        }
        if (CodecRegister.standard().byAnyName(codec).map(Codec::proprietary).orElse(false)) {
          without = codec.equals("ARES") ? List.of("SDP-ARES-BESIDE-STANDARD.1") : List.of();
        }
      }
      case Requirement.WorksWithInstalled() ->
          questions.add("which model and version is installed?");
      case Requirement.Unstated() ->
          questions.add("what would prove it? the vocabulary knows no measure for it");
    }
    questions.add("what is it for? the text does not say, or not in words known here");
    DraftLine.Sureness sureness =
        !certain
            ? DraftLine.Sureness.LOW
            : inDomain ? DraftLine.Sureness.HIGH : DraftLine.Sureness.MEDIUM;
    return new DraftLine(
        topic.id(),
        List.of(new Wording(language(text), text, true)),
        List.of(passage.place()),
        sureness,
        topic.kind(),
        requires,
        marks(topic, text),
        topic.cases(),
        without,
        questions);
  }

  /** The same in another language is another wording of the line; in the same, another line. */
  private void add(DraftLine line) {
    String language = line.wordings().getFirst().language();
    for (DraftLine other : List.copyOf(lines.values())) {
      if ((other.id().equals(line.id()) || other.id().startsWith(line.id() + "-"))
          && other.requires().equals(line.requires())
          && other.wordings().stream().noneMatch(one -> one.language().equals(language))) {
        lines.put(other.id(), joined(other, line));
        return;
      }
    }
    String id = line.id();
    for (int next = 2; lines.containsKey(id); next++) {
      id = line.id() + "-" + next;
    }
    lines.put(
        id,
        new DraftLine(
            id,
            line.wordings(),
            line.places(),
            line.sureness(),
            line.kind(),
            line.requires(),
            line.marks(),
            line.cases(),
            line.without(),
            line.questions()));
  }

  private static DraftLine joined(DraftLine first, DraftLine second) {
    List<Wording> wordings = new ArrayList<>(first.wordings());
    wordings.addAll(second.wordings());
    List<String> places = new ArrayList<>(first.places());
    places.addAll(second.places());
    SortedSet<String> marks = new TreeSet<>(first.marks());
    marks.addAll(second.marks());
    return new DraftLine(
        first.id(),
        wordings,
        places,
        first.sureness().compareTo(second.sureness()) <= 0 ? first.sureness() : second.sureness(),
        first.kind(),
        first.requires(),
        marks,
        first.cases(),
        first.without(),
        first.questions());
  }

  private SortedSet<String> marks(Topic topic, String text) {
    SortedSet<String> marks = new TreeSet<>();
    vocabulary
        .marks()
        .forEach(
            (name, pattern) -> {
              if (pattern.matcher(text).find()) {
                marks.add(name);
              }
            });
    if (topic.requires() instanceof Requirement.HasCodec(String codec)
        && CodecRegister.standard().byAnyName(codec).map(Codec::proprietary).orElse(false)) {
      marks.add(codec);
    }
    return marks;
  }

  private static OptionalInt number(List<Pattern> sure, String text) {
    for (Pattern pattern : sure) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find() && matcher.groupCount() > 0 && matcher.group(1) != null) {
        OptionalInt number = Vocabulary.number(matcher.group(1));
        if (number.isPresent() && number.getAsInt() > 0) {
          return number;
        }
      }
    }
    return OptionalInt.empty();
  }

  /** By the letters that are most. */
  private static String language(String text) {
    long cyrillic =
        text.codePoints()
            .filter(one -> Character.UnicodeScript.of(one) == Character.UnicodeScript.CYRILLIC)
            .count();
    long latin =
        text.codePoints()
            .filter(one -> Character.UnicodeScript.of(one) == Character.UnicodeScript.LATIN)
            .count();
    return cyrillic >= latin && cyrillic > 0 ? "ru" : "en";
  }

  private List<String> questions(List<Passage> all, List<Passage> read) {
    List<String> questions = new ArrayList<>();
    if (!inDomain) {
      questions.add(
          "is this a specification of videoconferencing? its text speaks of it in fewer than "
              + WAYS
              + " of the ways known here, so no line is sure");
    }
    questions.add("who is the customer?");
    questions.add("which MCU is installed, and of which profile? ('installed')");
    questions.add("who might deliver? ('candidates')");
    if (read.size() < all.size()) {
      questions.add(
          (all.size() - read.size())
              + " passages of more than "
              + Passage.LONGEST
              + " characters were not read: divide them");
    }
    return questions;
  }
}
