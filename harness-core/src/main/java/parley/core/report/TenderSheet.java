package parley.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parley.core.tender.Cell;
import parley.core.tender.Entrant;
import parley.core.tender.Fact;
import parley.core.tender.LineResult;
import parley.core.tender.MeasuredRun;
import parley.core.tender.Proposal;
import parley.core.tender.Standing;
import parley.core.tender.TenderResult;
import parley.core.tender.Words;
import parley.profiles.Known;
import parley.profiles.tender.Threshold;
import parley.profiles.tender.Wording;

/** Sets the result of a tender check as a document, the table first. */
public final class TenderSheet {
  private final TenderResult result;
  private final Words words;
  private final List<Sheet.Part> parts = new ArrayList<>();

  private TenderSheet(TenderResult result, Words words) {
    this.result = result;
    this.words = words;
  }

  /**
   * @param makers how many makers a relaxation shall let in
   */
  public static Sheet of(TenderResult result, Words words, int makers) {
    return new TenderSheet(result, words).sheet(makers);
  }

  private Sheet sheet(int makers) {
    if (result.simulated()) {
      parts.add(new Sheet.Notice(words.say("note.simulated")));
    }
    if (result.runs().isEmpty()) {
      parts.add(new Sheet.Notice(words.say("note.no-bundles")));
    }
    facts();
    heading("heading.lines");
    classes();
    heading("heading.table");
    table();
    parts.addAll(new EffectParts(result, words).of(makers));
    for (LineResult line : result.lines()) {
      detail(line);
    }
    heading("heading.sources");
    parts.add(new Sheet.Points(sources()));
    if (!result.runs().isEmpty()) {
      heading("heading.runs");
      parts.add(new Sheet.Points(result.runs().stream().map(this::run).toList()));
    }
    parts.add(new Sheet.Notice(words.say("note.no-advice")));
    return new Sheet(
        words.language(), words.say("title"), result.tender().title(words.language()), parts);
  }

  private void facts() {
    parts.add(
        new Sheet.Text(words.say("heading.customer") + ": " + known(result.tender().customer())));
    parts.add(new Sheet.Text(words.say("heading.installed") + ": " + result.tender().installed()));
    List<String> facts = new ArrayList<>();
    for (Map.Entry<String, Known<String>> fact : result.tender().facts().entrySet()) {
      facts.add(fact.getKey() + ": " + known(fact.getValue()));
    }
    if (!facts.isEmpty()) {
      parts.add(new Sheet.Text(words.say("heading.facts") + ": " + String.join("; ", facts)));
    }
  }

  private void classes() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(words.say("label.line"), words.say("heading.lines"), words.say("label.weakest")));
    for (LineResult line : result.lines()) {
      rows.add(
          List.of(line.line().id(), words.say(line.lineClass()), words.say(line.confidence())));
    }
    parts.add(new Sheet.Table(rows));
  }

  private void table() {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>();
    head.add(words.say("label.line"));
    result.entrants().forEach(entrant -> head.add(name(entrant)));
    rows.add(head);
    for (LineResult line : result.lines()) {
      List<String> row = new ArrayList<>();
      row.add(line.line().id());
      line.cells().forEach(cell -> row.add(cell(cell)));
      rows.add(row);
    }
    parts.add(new Sheet.Table(rows));
  }

  private String name(Entrant entrant) {
    String name =
        entrant.name().equalsIgnoreCase(entrant.maker())
            ? entrant.maker()
            : entrant.maker() + " " + entrant.name();
    return entrant.simulated() ? name + " (" + words.say("label.simulated") + ")" : name;
  }

  private String cell(Cell cell) {
    String standing = words.say(cell.standing());
    return switch (cell) {
      case Cell.Blank() -> standing;
      case Cell.Measured measured -> standing + ", " + words.say("label.measured");
      case Cell.Claimed claimed ->
          claimed.standing() == Standing.UNKNOWN
              ? standing
              : standing + ", " + words.say("label.claimed");
    };
  }

  private void detail(LineResult line) {
    Wording wording = line.line().wording(words.language());
    parts.add(new Sheet.Heading(line.line().id(), false));
    parts.add(
        new Sheet.Text(
            words.say("label.as-written")
                + (wording.verbatim() ? "" : " (" + words.say("label.account") + ")")
                + ": "
                + wording.text()));
    String purpose = line.line().purpose().get(words.language());
    if (purpose != null) {
      parts.add(new Sheet.Text(words.say("label.purpose") + ": " + purpose));
    }
    parts.add(
        new Sheet.Text(
            words.say(line.lineClass())
                + " ("
                + words.say("label.weakest")
                + ": "
                + words.say(line.confidence())
                + ")"));
    parts.add(new Sheet.Points(line.reasons().stream().map(words::say).toList()));
    parts.add(new Sheet.Heading(words.say("heading.questions"), true));
    parts.add(new Sheet.Points(line.facts().stream().map(this::fact).toList()));
    line.proposal()
        .ifPresent(
            proposal -> {
              parts.add(new Sheet.Heading(words.say("heading.wording"), true));
              parts.add(new Sheet.Points(proposal(proposal, words)));
            });
  }

  private String fact(Fact fact) {
    return words.say(fact.question())
        + " "
        + words.say("answer." + fact.answer().name())
        + ". "
        + words.say(fact.because());
  }

  static List<String> proposal(Proposal proposal, Words words) {
    List<String> texts = new ArrayList<>();
    Map<String, String> function = proposal.instead().function();
    texts.add(
        words.say(
            "proposal.function",
            function.getOrDefault(words.language(), String.join("; ", function.values()))));
    if (!proposal.instead().standards().isEmpty()) {
      texts.add(words.say("proposal.standards", String.join(", ", proposal.instead().standards())));
    }
    if (!proposal.instead().thresholds().isEmpty()) {
      texts.add(
          words.say(
              "proposal.thresholds",
              String.join(
                  ", ", proposal.instead().thresholds().stream().map(Threshold::text).toList())));
    }
    texts.add(
        proposal.instead().cases().isEmpty()
            ? words.say("proposal.no-case")
            : words.say("proposal.cases", String.join(", ", proposal.instead().cases())));
    for (String mark : proposal.marks()) {
      texts.add(
          words.say(
              proposal.mustStand() ? "proposal.mark-installed" : "proposal.mark-equivalent", mark));
    }
    return texts;
  }

  private List<String> sources() {
    List<String> texts = new ArrayList<>();
    for (LineResult line : result.lines()) {
      for (int column = 0; column < line.cells().size(); column++) {
        String where = line.line().id() + ", " + name(result.entrants().get(column)) + ": ";
        switch (line.cells().get(column)) {
          case Cell.Blank() -> {}
          case Cell.Claimed claimed ->
              texts.add(where + claimed.source() + " (" + words.say(claimed.confidence()) + ")");
          case Cell.Measured measured ->
              texts.add(
                  where
                      + String.join(", ", measured.bundles())
                      + " ("
                      + words.say(measured.confidence())
                      + ")"
                      + (measured.missing().isEmpty()
                          ? ""
                          : "; "
                              + words.say(
                                  "label.incomplete", String.join(", ", measured.missing()))));
        }
      }
    }
    return texts;
  }

  private String run(MeasuredRun run) {
    return words.say(
        run.simulated() ? "run.simulated" : "run.measured", run.bundle(), run.device());
  }

  private String known(Known<String> value) {
    return value
        .value()
        .orElseGet(() -> words.say(value.confidence()) + " (" + value.source() + ")");
  }

  private void heading(String key) {
    parts.add(new Sheet.Heading(words.say(key), false));
  }
}
