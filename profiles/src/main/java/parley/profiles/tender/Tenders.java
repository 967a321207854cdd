package parley.profiles.tender;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import parley.profiles.Document;
import parley.profiles.Fields;
import parley.profiles.Loaded;
import parley.profiles.Nearest;
import parley.profiles.Problem;
import parley.profiles.Profiles;
import parley.profiles.Shape;
import parley.profiles.YamlFile;

/** Where tenders come from: the shipped ones by name, or a file of the user. */
public final class Tenders {
  private static final List<String> SHIPPED = List.of("gas-justice-2024");

  private static final class Rules {
    static final Shape SHAPE = Shape.shipped(Profiles.class, "tenders/tender.schema.json");
  }

  private Tenders() {}

  /** Names of the tenders that ship with Parley. */
  public static List<String> shipped() {
    return SHIPPED;
  }

  /** A shipped tender by name, or else a file; {@code cases} says which case ids exist. */
  public static Loaded<Tender> load(String nameOrFile, CaseNames cases) {
    if (SHIPPED.contains(nameOrFile)) {
      return YamlFile.shipped(Profiles.class, "tenders/" + nameOrFile + ".yaml")
          .then(document -> read(document, cases));
    }
    if (!looksLikeFile(nameOrFile)) {
      return Loaded.bad(Problem.of(nameOrFile, unknown(nameOrFile)));
    }
    try {
      return YamlFile.read(Path.of(nameOrFile)).then(document -> read(document, cases));
    } catch (InvalidPathException odd) {
      return Loaded.bad(Problem.of(nameOrFile, "this cannot be the name of a file"));
    }
  }

  /** Reads a tender. */
  public static Loaded<Tender> read(Document document, CaseNames cases) {
    return Rules.SHAPE
        .check(document)
        .then(checked -> Fields.read(checked, fields -> new TenderReading(cases).tender(fields)));
  }

  private static boolean looksLikeFile(String text) {
    return text.endsWith(".yaml")
        || text.endsWith(".yml")
        || text.contains("/")
        || text.contains("\\");
  }

  private static String unknown(String name) {
    return "no tender is called '"
        + name
        + "'"
        + Nearest.to(name, SHIPPED).map(near -> "; did you mean '" + near + "'?").orElse("")
        + " (shipped: "
        + String.join(", ", SHIPPED)
        + "; or write a file that ends with .yaml)";
  }
}
