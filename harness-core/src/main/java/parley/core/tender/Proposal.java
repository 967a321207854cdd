package parley.core.tender;

import java.util.List;
import parley.profiles.tender.Instead;

/**
 * What could stand in the place of a line. It is a statement of facts for those who write the
 * specification, no legal advice.
 *
 * @param instead what a neutral line asks for
 * @param marks trade marks that may have to stay, each with "or equivalent"
 * @param mustStand whether a mark names equipment in use, which the new must work with
 */
public record Proposal(Instead instead, List<String> marks, boolean mustStand) {
  public Proposal {
    marks = List.copyOf(marks);
  }
}
