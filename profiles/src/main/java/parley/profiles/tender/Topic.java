package parley.profiles.tender;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that lines of specifications are about.
 *
 * @param id a short name, the id of a line about it
 * @param kind of such a line
 * @param requires what such a line asks; the number, where it asks for one, is still open
 * @param asksNumber whether such a line is not understood without a number
 * @param found patterns that find it
 * @param sure patterns that leave little doubt; a group, where there is one, holds the number
 * @param cases that would prove such a line
 */
public record Topic(
    String id,
    LineKind kind,
    Requirement requires,
    boolean asksNumber,
    List<Pattern> found,
    List<Pattern> sure,
    List<String> cases) {
  public Topic {
    found = List.copyOf(found);
    sure = List.copyOf(sure);
    cases = List.copyOf(cases);
  }
}
