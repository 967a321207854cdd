package parley.core.tender.draft;

import java.util.List;
import java.util.SortedSet;
import parley.profiles.tender.LineKind;
import parley.profiles.tender.Requirement;
import parley.profiles.tender.Wording;

/**
 * A line that was found.
 *
 * @param id after its topic
 * @param wordings quotes of the document, one for each language
 * @param places where each of them stands
 * @param sureness how sure it is that this is such a line
 * @param kind of the line
 * @param requires what it seems to ask
 * @param marks trade marks it names
 * @param cases that would prove it
 * @param without cases that show calls without what it asks
 * @param questions what cannot be told from the text
 */
public record DraftLine(
    String id,
    List<Wording> wordings,
    List<String> places,
    Sureness sureness,
    LineKind kind,
    Requirement requires,
    SortedSet<String> marks,
    List<String> cases,
    List<String> without,
    List<String> questions) {
  /** How sure a finding is. */
  public enum Sureness {
    HIGH,
    MEDIUM,
    LOW
  }

  public DraftLine {
    wordings = List.copyOf(wordings);
    places = List.copyOf(places);
    cases = List.copyOf(cases);
    without = List.copyOf(without);
    questions = List.copyOf(questions);
  }
}
