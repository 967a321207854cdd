package parley.core.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import parley.core.tender.Effect;
import parley.core.tender.Reading;
import parley.core.tender.TenderResult;
import parley.core.tender.Words;
import parley.core.tender.competition.Competition;
import parley.core.tender.competition.Lonely;
import parley.core.tender.competition.Relaxation;

/** The effect on competition in words, under both readings of what is unknown. */
final class EffectParts {
  /** More sets than this are counted and not listed. */
  private static final int SHOWN = 10;

  private final TenderResult result;
  private final Words words;

  EffectParts(TenderResult result, Words words) {
    this.result = result;
    this.words = words;
  }

  List<Sheet.Part> of(int makers) {
    List<Sheet.Part> parts = new ArrayList<>();
    parts.add(new Sheet.Heading(words.say("heading.effect"), false));
    Effect effect = result.effect();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", words.say("effect.fails"), words.say("effect.meets")));
    rows.add(row("effect.qualify", reading -> makers(effect.under(reading).qualify())));
    rows.add(row("effect.alone", reading -> alone(effect.under(reading))));
    rows.add(row(setsKey(effect), reading -> sets(effect.under(reading))));
    rows.add(row("effect.relaxed", reading -> relaxed(effect.under(reading))));
    List<String> last = new ArrayList<>();
    last.add(words.say("effect.relaxation", Integer.toString(makers)));
    for (Reading reading : Reading.values()) {
      last.add(relaxation(effect.under(reading).smallestRelaxation(makers)));
    }
    rows.add(last);
    parts.add(new Sheet.Table(rows));
    boolean same = rows.stream().skip(1).allMatch(row -> row.get(1).equals(row.get(2)));
    parts.add(new Sheet.Text(words.say(same ? "effect.sure" : "effect.open")));
    return parts;
  }

  private List<String> row(String key, java.util.function.Function<Reading, String> text) {
    List<String> row = new ArrayList<>();
    row.add(words.say(key));
    for (Reading reading : Reading.values()) {
      row.add(text.apply(reading));
    }
    return row;
  }

  private static String setsKey(Effect effect) {
    boolean all =
        effect.unknownFails().lonely().stream().allMatch(Lonely::all)
            && effect.unknownMeets().lonely().stream().allMatch(Lonely::all);
    return all ? "effect.sets-all" : "effect.sets-capped";
  }

  private String alone(Competition competition) {
    List<String> texts = new ArrayList<>();
    for (int line = 0; line < competition.alone().size(); line++) {
      Optional<Integer> maker = competition.alone().get(line);
      if (maker.isPresent()) {
        texts.add(line(line) + " (" + left(maker.get()) + ")");
      }
    }
    return texts.isEmpty() ? words.say("effect.none") : String.join("; ", texts);
  }

  private String sets(Competition competition) {
    List<String> texts = new ArrayList<>();
    int count = 0;
    for (Lonely one : competition.lonely()) {
      for (BitSet set : one.sets()) {
        if (count++ < SHOWN) {
          texts.add(lines(set) + " (" + left(one.maker()) + ")");
        }
      }
    }
    if (count > SHOWN) {
      texts.add("… +" + (count - SHOWN));
    }
    return texts.isEmpty() ? words.say("effect.none") : String.join("; ", texts);
  }

  private String relaxed(Competition competition) {
    List<String> texts = new ArrayList<>();
    for (int line = 0; line < competition.relaxed().size(); line++) {
      BitSet makers = competition.relaxed().get(line);
      if (!makers.equals(competition.qualify())) {
        texts.add(line(line) + ": " + makers(makers));
      }
    }
    return texts.isEmpty() ? makers(competition.qualify()) : String.join("; ", texts);
  }

  private String relaxation(Optional<Relaxation> found) {
    if (found.isEmpty()) {
      return words.say("effect.impossible");
    }
    Relaxation relaxation = found.get();
    return (relaxation.lines().isEmpty() ? words.say("effect.nothing") : lines(relaxation.lines()))
        + ": "
        + makers(relaxation.makers());
  }

  private String left(int maker) {
    return words.say("effect.left", result.effect().makers().get(maker));
  }

  private String line(int number) {
    return result.lines().get(number).line().id();
  }

  private String lines(BitSet set) {
    return String.join(" + ", set.stream().mapToObj(this::line).toList());
  }

  private String makers(BitSet set) {
    return set.isEmpty()
        ? words.say("effect.nobody")
        : String.join(", ", set.stream().mapToObj(result.effect().makers()::get).toList());
  }
}
