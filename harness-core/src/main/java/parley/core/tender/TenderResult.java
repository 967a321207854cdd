package parley.core.tender;

import java.util.List;
import parley.profiles.tender.Tender;

/**
 * All that came of a tender.
 *
 * @param tender as written
 * @param entrants the columns
 * @param lines the rows
 * @param effect on competition
 * @param runs bundles that were read, those of no entrant included
 */
public record TenderResult(
    Tender tender,
    List<Entrant> entrants,
    List<LineResult> lines,
    Effect effect,
    List<MeasuredRun> runs) {
  public TenderResult {
    entrants = List.copyOf(entrants);
    lines = List.copyOf(lines);
    runs = List.copyOf(runs);
  }

  /** Whether any result rests on a simulator. */
  public boolean simulated() {
    return runs.stream().anyMatch(MeasuredRun::simulated);
  }
}
