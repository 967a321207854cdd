package parley.profiles.tender;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import parley.profiles.CodecRegister;
import parley.profiles.Fields;
import parley.profiles.Known;
import parley.profiles.KnownReading;
import parley.profiles.Profiles;

/** Turns a checked document into a {@link Tender} and notes what means nothing. */
final class TenderReading {
  private final CaseNames cases;
  private final Set<String> lineIds = new HashSet<>();
  private final Set<String> candidateNames = new HashSet<>();

  TenderReading(CaseNames cases) {
    this.cases = cases;
  }

  Tender tender(Fields fields) {
    KnownReading values = KnownReading.of(fields);
    profile(fields, "installed");
    return new Tender(
        fields.text("name"),
        fields.textsByKey("title"),
        values.text("customer"),
        fields.text("installed"),
        fields.has("facts")
            ? known(fields.group("facts"), values.inside(fields.group("facts")), fields, "facts")
            : Map.of(),
        fields.groups("candidates", entry -> contender(entry, values)),
        fields.groups("lines", entry -> line(entry, values)));
  }

  private static Map<String, Known<String>> known(
      Fields group, KnownReading reading, Fields parent, String key) {
    Map<String, Known<String>> found = new LinkedHashMap<>();
    for (String name : parent.keys(key)) {
      if (group.has(name)) {
        found.put(name, reading.text(name));
      }
    }
    return found;
  }

  private Contender contender(Fields entry, KnownReading tender) {
    String name = entry.text("name");
    if (!candidateNames.add(name)) {
      entry.problem("name", "'" + name + "' is a candidate of this tender twice");
    }
    Optional<String> profile = entry.optionalText("profile");
    profile.ifPresent(ignored -> profile(entry, "profile"));
    KnownReading values = tender.inside(entry);
    return new Contender(
        name,
        entry.text("maker"),
        values.text("product"),
        profile,
        entry.has("declared")
            ? known(
                entry.group("declared"), values.inside(entry.group("declared")), entry, "declared")
            : Map.of());
  }

  private TenderLine line(Fields entry, KnownReading tender) {
    String id = entry.text("id");
    if (!lineIds.add(id)) {
      entry.problem("id", "'" + id + "' is a line of this tender twice");
    }
    return new TenderLine(
        id,
        entry.groups(
            "wording",
            one ->
                new Wording(
                    one.text("language"),
                    one.text("text"),
                    one.has("verbatim") && one.flag("verbatim"))),
        LineKind.ofWord(entry.text("kind")),
        entry.has("requires") ? requirement(entry.group("requires")) : new Requirement.Unstated(),
        caseIds(entry, "cases"),
        caseIds(entry, "without"),
        thresholds(entry),
        entry.textsByKey("for"),
        entry.optionalGroup(
            "instead",
            instead ->
                new Instead(
                    instead.textsByKey("function"),
                    instead.has("standards") ? instead.texts("standards") : List.of(),
                    caseIds(instead, "cases"),
                    thresholds(instead))),
        entry.has("marks") ? entry.texts("marks") : List.of(),
        tender.inside(entry).self(true));
  }

  private static Requirement requirement(Fields requires) {
    if (requires.has("codec")) {
      String name = requires.text("codec");
      Optional<String> registered = CodecRegister.standard().byAnyName(name).map(c -> c.name());
      if (registered.isEmpty()) {
        requires.problem("codec", "no codec is called '" + name + "'");
      }
      return new Requirement.HasCodec(registered.orElse(name));
    }
    if (requires.has("property")) {
      return new Requirement.HasProperty(
          requires.text("property"),
          requires.has("at-least")
              ? OptionalInt.of(requires.whole("at-least"))
              : OptionalInt.empty());
    }
    return new Requirement.WorksWithInstalled();
  }

  private List<String> caseIds(Fields entry, String key) {
    if (!entry.has(key)) {
      return List.of();
    }
    List<String> ids = entry.texts(key);
    for (int i = 0; i < ids.size(); i++) {
      int place = i;
      cases.problem(ids.get(i)).ifPresent(words -> entry.problem(key + "/" + place, words));
    }
    return ids;
  }

  private static List<Threshold> thresholds(Fields entry) {
    return entry.groups(
        "thresholds",
        one -> {
          boolean atMost = one.has("at-most");
          return new Threshold(
              one.text("figure"),
              atMost,
              new BigDecimal(one.text(atMost ? "at-most" : "at-least")),
              one.optionalText("unit").orElse(""));
        });
  }

  private static void profile(Fields fields, String key) {
    Profiles.problemWithName(fields.text(key)).ifPresent(words -> fields.problem(key, words));
  }
}
