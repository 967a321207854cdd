package parley.profiles.tender;

import java.util.Map;
import java.util.Optional;
import parley.profiles.Known;

/**
 * A product that might be delivered.
 *
 * @param name a short name, unique in the tender
 * @param maker who makes it: competition is between makers
 * @param product what it is sold as
 * @param profile name of a profile, or a file
 * @param declared values where no profile has them, by property or codec
 */
public record Contender(
    String name,
    String maker,
    Known<String> product,
    Optional<String> profile,
    Map<String, Known<String>> declared) {
  public Contender {
    declared = Map.copyOf(declared);
  }
}
