package parley.core.tender;

import java.util.List;
import java.util.Optional;
import parley.profiles.Confidence;
import parley.profiles.tender.TenderLine;

/**
 * What came of one line.
 *
 * @param line as written
 * @param lineClass what it is worth
 * @param reasons why, each a fact
 * @param confidence the weakest that the class rests on
 * @param cells one for each entrant, in their order
 * @param facts for the three questions of the legal test
 * @param proposal a neutral wording, where one is called for and the tender file holds one
 */
public record LineResult(
    TenderLine line,
    LineClass lineClass,
    List<Phrase> reasons,
    Confidence confidence,
    List<Cell> cells,
    List<Fact> facts,
    Optional<Proposal> proposal) {
  public LineResult {
    reasons = List.copyOf(reasons);
    cells = List.copyOf(cells);
    facts = List.copyOf(facts);
  }
}
