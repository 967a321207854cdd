package parley.core.plan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.profiles.Document;
import parley.profiles.Fields;
import parley.profiles.Loaded;
import parley.profiles.Problem;
import parley.profiles.Shape;
import parley.profiles.YamlFile;

/** Lays the user's plan over the default one and what the command line says over both. */
final class PlanLoader {
  private static final String DEFAULTS = "default-plan.yaml";
  private static final Shape SHAPE = Shape.shipped(Plan.class, "plan.schema.json");

  private PlanLoader() {}

  static Loaded<Plan> load(Optional<Path> file, List<PlanOverride> overrides) {
    List<Problem> problems = new ArrayList<>();
    Document merged = YamlFile.shipped(Plan.class, DEFAULTS).then(SHAPE::check).shipped();
    if (file.isPresent()) {
      merged = over(merged, YamlFile.read(file.get()).then(SHAPE::check), problems);
    }
    for (PlanOverride override : overrides) {
      merged = over(merged, PlanOverrides.document(override).then(SHAPE::check), problems);
    }
    Loaded<Plan> plan = Fields.read(merged, PlanReading::plan);
    problems.addAll(plan.problems());
    return problems.isEmpty() ? plan : new Loaded.Bad<>(problems);
  }

  static Loaded<Plan> effective(String name, String yaml) {
    return YamlFile.read(name, yaml.getBytes(StandardCharsets.UTF_8))
        .then(SHAPE::check)
        .then(document -> Fields.read(document, PlanReading::plan));
  }

  private static Document over(Document below, Loaded<Document> above, List<Problem> problems) {
    return switch (above) {
      case Loaded.Good<Document>(Document good) -> below.under(good);
      case Loaded.Bad<Document>(List<Problem> bad) -> {
        problems.addAll(bad);
        yield below;
      }
    };
  }
}
