package parley.core.call;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parley.core.wire.Octets;

/**
 * How one side protects what it sends on a line, and the key for it. A key of a call belongs to its
 * record, which nobody could check without it; the secret of an account never stands here.
 *
 * @param algorithm the transform by name, such as {@code H.235.6/AES128-CBC}
 * @param key the session key, as long as the algorithm wants it
 * @param parameters what the algorithm wants beside the key, by name
 */
public record MediaProtection(String algorithm, Octets key, Map<String, String> parameters) {
  public MediaProtection {
    if (algorithm.isBlank()) {
      throw new IllegalArgumentException("a protection without a name");
    }
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  public MediaProtection(String algorithm, Octets key) {
    this(algorithm, key, Map.of());
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** The key does not show: it is written where it is meant to be, not into every log. */
  @Override
  public String toString() {
    return algorithm + " " + parameters;
  }
}
