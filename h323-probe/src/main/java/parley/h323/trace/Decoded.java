package parley.h323.trace;

import java.util.List;
import parley.core.trace.Tree;

/**
 * An encoding taken apart for people.
 *
 * @param tree all of it that could be read, and the octets of what could not
 * @param message what could be read, to ask for its parts
 * @param whole false where reading stopped before the end
 * @param problems what is wrong or unusual with it and with the encodings it contains, in plain
 *     words
 */
public record Decoded(Tree tree, Part message, boolean whole, List<String> problems) {
  public Decoded {
    problems = List.copyOf(problems);
  }
}
