package parley.profiles.tender;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.profiles.Known;

/**
 * One line of a specification.
 *
 * @param id a short name, such as {@code ares}
 * @param wordings the line as written, at least one; the original first
 * @param kind what it is about
 * @param requires what it asks of a device
 * @param cases ids of the cases whose passing proves the line
 * @param without ids of the cases that show calls with the feature on and off
 * @param thresholds limits the line names
 * @param purpose what it is for, by language; none where nobody says
 * @param instead what a neutral line would ask for
 * @param marks trade marks that the line names
 * @param stands whether it stands in the specification, with the source
 */
public record TenderLine(
    String id,
    List<Wording> wordings,
    LineKind kind,
    Requirement requires,
    List<String> cases,
    List<String> without,
    List<Threshold> thresholds,
    Map<String, String> purpose,
    Optional<Instead> instead,
    List<String> marks,
    Known<Boolean> stands) {
  public TenderLine {
    wordings = List.copyOf(wordings);
    cases = List.copyOf(cases);
    without = List.copyOf(without);
    thresholds = List.copyOf(thresholds);
    purpose = Map.copyOf(purpose);
    marks = List.copyOf(marks);
  }

  /** The wording in that language, else the first. */
  public Wording wording(String language) {
    return wordings.stream()
        .filter(one -> one.language().equals(language))
        .findFirst()
        .orElse(wordings.getFirst());
  }
}
