package parley.core.tender;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import parley.core.tender.competition.Competition;
import parley.core.tender.competition.Grid;
import parley.profiles.Profile;
import parley.profiles.tender.LineKind;
import parley.profiles.tender.Requirement;
import parley.profiles.tender.Tender;
import parley.profiles.tender.TenderLine;

/** Holds a tender against bundles and claims. Pure: the same input gives the same result. */
public final class TenderCheck {
  private final Tender tender;
  private final List<Entrant> entrants;
  private final List<MeasuredRun> runs;
  private final StandIn standIn;

  private TenderCheck(
      Tender tender, Profile installed, List<Entrant> entrants, List<MeasuredRun> runs) {
    this.tender = tender;
    this.entrants = List.copyOf(entrants);
    this.runs = List.copyOf(runs);
    this.standIn = new StandIn(tender.installed(), installed);
  }

  /**
   * @param installed the profile that the tender names as installed
   * @param entrants the columns, their runs among {@code runs}
   * @param runs every bundle, also those of the installed MCU itself
   */
  public static TenderResult of(
      Tender tender, Profile installed, List<Entrant> entrants, List<MeasuredRun> runs) {
    return new TenderCheck(tender, installed, entrants, runs).result();
  }

  private TenderResult result() {
    Cells cells = new Cells(standIn);
    Classing classing = new Classing(standIn, runs);
    Questions questions = new Questions(standIn, entrants);
    List<List<Cell>> rows =
        tender.lines().stream()
            .map(line -> entrants.stream().map(entrant -> cells.of(line, entrant)).toList())
            .toList();
    Effect effect = effect(rows);
    List<LineResult> results = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      TenderLine line = tender.lines().get(row);
      Classing.Classed classed = classing.of(line);
      results.add(
          new LineResult(
              line,
              classed.lineClass(),
              classed.reasons(),
              classed.confidence(),
              rows.get(row),
              questions.of(line),
              proposal(line, classed.lineClass(), effect, row)));
    }
    return new TenderResult(tender, entrants, results, effect, runs);
  }

  /** For lines that narrow the field without need, as far as is known or may be. */
  private static Optional<Proposal> proposal(
      TenderLine line, LineClass lineClass, Effect effect, int row) {
    boolean leavesOne =
        effect.unknownFails().alone().get(row).isPresent()
            || effect.unknownMeets().alone().get(row).isPresent();
    boolean calledFor =
        lineClass == LineClass.RESTRICTIVE
            || leavesOne
            || !line.marks().isEmpty()
            || line.kind() == LineKind.PHYSICAL;
    return calledFor
        ? line.instead()
            .map(
                instead ->
                    new Proposal(
                        instead,
                        line.marks(),
                        line.requires() instanceof Requirement.WorksWithInstalled))
        : Optional.empty();
  }

  private Effect effect(List<List<Cell>> rows) {
    List<Integer> columns = new ArrayList<>();
    List<String> makers = new ArrayList<>();
    List<Integer> makerOf = new ArrayList<>();
    for (int column = 0; column < entrants.size(); column++) {
      Entrant entrant = entrants.get(column);
      if (entrant.simulated()) {
        continue;
      }
      if (!makers.contains(entrant.maker())) {
        makers.add(entrant.maker());
      }
      columns.add(column);
      makerOf.add(makers.indexOf(entrant.maker()));
    }
    return new Effect(
        makers,
        Competition.of(grid(rows, columns, makers.size(), makerOf, Reading.UNKNOWN_FAILS)),
        Competition.of(grid(rows, columns, makers.size(), makerOf, Reading.UNKNOWN_MEETS)));
  }

  private static Grid grid(
      List<List<Cell>> rows,
      List<Integer> columns,
      int makers,
      List<Integer> makerOf,
      Reading reading) {
    List<BitSet> fails = new ArrayList<>();
    for (int column : columns) {
      BitSet lines = new BitSet(rows.size());
      for (int row = 0; row < rows.size(); row++) {
        lines.set(
            row,
            switch (rows.get(row).get(column).standing()) {
              case MEETS -> false;
              case FAILS -> true;
              case UNKNOWN -> reading == Reading.UNKNOWN_FAILS;
            });
      }
      fails.add(lines);
    }
    return new Grid(rows.size(), makers, makerOf, fails);
  }
}
