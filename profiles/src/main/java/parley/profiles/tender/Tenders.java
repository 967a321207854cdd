package parley.profiles.tender;

import java.util.List;
import parley.profiles.Document;
import parley.profiles.Fields;
import parley.profiles.Loaded;
import parley.profiles.Profiles;
import parley.profiles.Shape;
import parley.profiles.ShippedOrFile;
import parley.profiles.YamlFile;

/** Where tenders come from: the shipped ones by name, or a file of the user. */
public final class Tenders {
  private static final ShippedOrFile PLACES =
      new ShippedOrFile("tender", List.of("gas-justice-2024"), "tenders/");

  private static final class Rules {
    static final Shape SHAPE = Shape.shipped(Profiles.class, "tenders/tender.schema.json");
  }

  private Tenders() {}

  /** Names of the tenders that ship with Parley. */
  public static List<String> shipped() {
    return PLACES.names();
  }

  /** A shipped tender by name, or else a file; {@code cases} says which case ids exist. */
  public static Loaded<Tender> load(String nameOrFile, CaseNames cases) {
    return PLACES
        .octets(nameOrFile)
        .then(octets -> YamlFile.read(nameOrFile, octets))
        .then(document -> read(document, cases));
  }

  /** Reads a tender. */
  public static Loaded<Tender> read(Document document, CaseNames cases) {
    return Rules.SHAPE
        .check(document)
        .then(checked -> Fields.read(checked, fields -> new TenderReading(cases).tender(fields)));
  }
}
