package parley.core.tender;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.profiles.Known;
import parley.profiles.Profile;

/**
 * A column of the table: a product that might be delivered, with all that is known of it.
 *
 * @param name unique among the entrants
 * @param maker who makes it
 * @param simulated a simulator competes with nobody
 * @param profile what it is said to support
 * @param declared what the tender file says of it where no profile does
 * @param runs bundles in which it was tested
 */
public record Entrant(
    String name,
    String maker,
    boolean simulated,
    Optional<Profile> profile,
    Map<String, Known<String>> declared,
    List<MeasuredRun> runs) {
  public Entrant {
    declared = Map.copyOf(declared);
    runs = List.copyOf(runs);
  }
}
