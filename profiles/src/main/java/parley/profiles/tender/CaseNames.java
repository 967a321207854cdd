package parley.profiles.tender;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import parley.profiles.Nearest;

/** The ids of cases that a tender may name, where the catalogue is at hand. */
public final class CaseNames {
  /** No catalogue is at hand: every id is taken as it is. */
  public static final CaseNames ANY = new CaseNames(Optional.empty());

  private final Optional<List<String>> known;

  private CaseNames(Optional<List<String>> known) {
    this.known = known;
  }

  /** Only these exist. */
  public static CaseNames of(Collection<String> ids) {
    return new CaseNames(Optional.of(List.copyOf(ids)));
  }

  /** What is wrong with an id; empty where it exists. */
  Optional<String> problem(String id) {
    if (known.isEmpty() || known.get().contains(id)) {
      return Optional.empty();
    }
    return Optional.of(
        "there is no case '"
            + id
            + "'"
            + Nearest.to(id, known.get()).map(near -> "; did you mean '" + near + "'?").orElse("")
            + " ('parley cases' lists them)");
  }
}
