package parley.core.tender.draft;

import java.util.List;

/**
 * What was found in a specification.
 *
 * @param file where it came from
 * @param lines in the order of the document
 * @param passages how many pieces of text were read
 * @param questions about the document as a whole
 */
public record Draft(String file, List<DraftLine> lines, int passages, List<String> questions) {
  public Draft {
    lines = List.copyOf(lines);
    questions = List.copyOf(questions);
  }
}
