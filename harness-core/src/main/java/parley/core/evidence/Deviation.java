package parley.core.evidence;

import java.util.Optional;

/**
 * The first place where a container is not what its one form asks for: the octet from the start of
 * the file, the entry it belongs to (none in the end record), and what is different there.
 */
public record Deviation(long offset, Optional<String> entry, String what) {
  @Override
  public String toString() {
    return "octet " + offset + entry.map(name -> " (" + name + ")").orElse("") + ": " + what;
  }
}
