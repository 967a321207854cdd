package parley.profiles.tender;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.profiles.Known;

/**
 * A specification as written, what is installed, and who might deliver.
 *
 * @param name as the command line names it
 * @param title by language
 * @param customer who buys
 * @param installed name of the profile of the installed MCU, or a file
 * @param facts what else is known, such as quantity and dates, in the order written
 * @param candidates who might deliver
 * @param lines in the order of the specification
 */
public record Tender(
    String name,
    Map<String, String> title,
    Known<String> customer,
    String installed,
    Map<String, Known<String>> facts,
    List<Contender> candidates,
    List<TenderLine> lines) {
  public Tender {
    title = Map.copyOf(title);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    candidates = List.copyOf(candidates);
    lines = List.copyOf(lines);
  }

  /** The title in that language, else in any, else the name. */
  public String title(String language) {
    return title.getOrDefault(language, title.getOrDefault("en", name));
  }
}
