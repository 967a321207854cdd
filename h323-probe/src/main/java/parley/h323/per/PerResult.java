package parley.h323.per;

import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;

/**
 * What was read of some octets.
 *
 * @param value what could be read
 * @param whole false where reading stopped before the end of the value
 * @param problems what is wrong or unusual, in the order it was noticed
 * @param octets what it was read from
 */
public record PerResult(Value value, boolean whole, List<Problem> problems, Octets octets) {
  public PerResult {
    problems = List.copyOf(problems);
  }

  /** The value where all of it could be read. */
  public Optional<Value> complete() {
    return whole ? Optional.of(value) : Optional.empty();
  }

  public List<Problem> malformed() {
    return problems.stream().filter(each -> each.kind() == Problem.Kind.MALFORMED).toList();
  }
}
