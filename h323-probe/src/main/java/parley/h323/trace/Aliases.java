package parley.h323.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.core.trace.Parties;

/** Alias addresses (H.225.0 clause 7.6) in one line. */
final class Aliases {
  private Aliases() {}

  /** Those of a list of AliasAddress, apart by commas; empty where there is none. */
  static Optional<String> in(Part message, String component) {
    return message
        .part(component)
        .map(Part::elements)
        .filter(elements -> !elements.isEmpty())
        .map(Aliases::joined);
  }

  private static String joined(List<Part> aliases) {
    return aliases.stream().map(Aliases::of).distinct().collect(Collectors.joining(", "));
  }

  static String of(Part alias) {
    Optional<Part> chosen = alias.chosen();
    return chosen
        .flatMap(Part::text)
        .or(() -> chosen.flatMap(TransportAddresses::of).map(Parties::text))
        .or(() -> chosen.flatMap(Aliases::number))
        .orElseGet(() -> alias.alternative().orElse("unknown alias"));
  }

  /** A party number has its digits one or two levels further down. */
  private static Optional<String> number(Part part) {
    Optional<Part> chosen = part.chosen();
    return chosen
        .flatMap(Part::text)
        .or(() -> chosen.flatMap(inner -> inner.part("publicNumberDigits")).flatMap(Part::text))
        .or(() -> chosen.flatMap(inner -> inner.part("privateNumberDigits")).flatMap(Part::text));
  }
}
