package parley.core.report;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import parley.core.tender.Cell;
import parley.core.tender.Entrant;
import parley.core.tender.Fact;
import parley.core.tender.LineResult;
import parley.core.tender.MeasuredRun;
import parley.core.tender.Reading;
import parley.core.tender.TenderResult;
import parley.core.tender.Words;
import parley.core.tender.competition.Competition;
import parley.core.tender.competition.Lonely;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The result of a tender check as JSON; sentences in the language asked for. */
public final class TenderJson {
  /** Raised when a key changes its meaning. */
  public static final int FORMAT = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final TenderResult result;
  private final Words words;

  private TenderJson(TenderResult result, Words words) {
    this.result = result;
    this.words = words;
  }

  /**
   * @param makers how many makers a relaxation shall let in
   */
  public static String write(TenderResult result, Words words, int makers) {
    return MAPPER.writeValueAsString(new TenderJson(result, words).root(makers));
  }

  private ObjectNode root(int makers) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT);
    root.put("tender", result.tender().name());
    root.put("installed", result.tender().installed());
    root.put("simulated", result.simulated());
    root.put("language", words.language());
    ArrayNode runs = root.putArray("bundles");
    for (MeasuredRun run : result.runs()) {
      runs.addObject()
          .put("bundle", run.bundle())
          .put("device", run.device())
          .put("simulated", run.simulated())
          .put("installed", run.isInstalled())
          .put("peer", run.peer());
    }
    ArrayNode entrants = root.putArray("candidates");
    for (Entrant entrant : result.entrants()) {
      entrants
          .addObject()
          .put("name", entrant.name())
          .put("maker", entrant.maker())
          .put("simulated", entrant.simulated());
    }
    ArrayNode lines = root.putArray("lines");
    result.lines().forEach(line -> lines.add(line(line)));
    ObjectNode effect = root.putObject("competition");
    for (Reading reading : Reading.values()) {
      effect.set(reading.name(), competition(result.effect().under(reading), makers));
    }
    root.put("note", words.say("note.no-advice"));
    return root;
  }

  private ObjectNode line(LineResult line) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", line.line().id());
    node.put("text", line.line().wording(words.language()).text());
    node.put("verbatim", line.line().wording(words.language()).verbatim());
    node.put("kind", line.line().kind().word());
    node.put("class", line.lineClass().name());
    node.put("confidence", line.confidence().word());
    ArrayNode reasons = node.putArray("reasons");
    line.reasons().forEach(reason -> reasons.add(words.say(reason)));
    ObjectNode cells = node.putObject("cells");
    for (int column = 0; column < line.cells().size(); column++) {
      cells.set(result.entrants().get(column).name(), cell(line.cells().get(column)));
    }
    ArrayNode facts = node.putArray("facts");
    for (Fact fact : line.facts()) {
      facts
          .addObject()
          .put("question", words.say(fact.question()))
          .put("answer", fact.answer().name())
          .put("because", words.say(fact.because()))
          .put("confidence", fact.confidence().word());
    }
    line.proposal()
        .ifPresent(
            proposal -> {
              ArrayNode texts = node.putArray("proposal");
              TenderSheet.proposal(proposal, words).forEach(texts::add);
            });
    return node;
  }

  private static ObjectNode cell(Cell cell) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("standing", cell.standing().name());
    node.put("confidence", cell.confidence().word());
    switch (cell) {
      case Cell.Blank() -> node.put("basis", "none");
      case Cell.Claimed claimed -> node.put("basis", "claim").put("source", claimed.source());
      case Cell.Measured measured -> {
        node.put("basis", "measurement");
        ArrayNode bundles = node.putArray("bundles");
        measured.bundles().forEach(bundles::add);
        ArrayNode missing = node.putArray("missing");
        measured.missing().forEach(missing::add);
      }
    }
    return node;
  }

  private ObjectNode competition(Competition competition, int makers) {
    ObjectNode node = MAPPER.createObjectNode();
    node.set("qualify", makers(competition.qualify()));
    ArrayNode alone = node.putArray("leaveOneMakerAlone");
    ArrayNode relaxed = node.putArray("relaxed");
    for (int line = 0; line < result.lines().size(); line++) {
      String id = result.lines().get(line).line().id();
      Optional<Integer> maker = competition.alone().get(line);
      maker.ifPresent(
          one -> alone.addObject().put("line", id).put("maker", result.effect().makers().get(one)));
      relaxed.addObject().put("line", id).set("qualify", makers(competition.relaxed().get(line)));
    }
    ArrayNode sets = node.putArray("setsThatLeaveOneMaker");
    for (Lonely one : competition.lonely()) {
      for (BitSet set : one.sets()) {
        ObjectNode entry = sets.addObject();
        entry.put("maker", result.effect().makers().get(one.maker()));
        entry.set("lines", lines(set));
      }
    }
    node.put("allSets", competition.lonely().stream().allMatch(Lonely::all));
    competition
        .smallestRelaxation(makers)
        .ifPresent(
            relaxation -> {
              ObjectNode entry = node.putObject("smallestRelaxation");
              entry.put("makers", makers);
              entry.set("lines", lines(relaxation.lines()));
              entry.set("qualify", makers(relaxation.makers()));
            });
    return node;
  }

  private ArrayNode makers(BitSet set) {
    return names(set.stream().mapToObj(result.effect().makers()::get).toList());
  }

  private ArrayNode lines(BitSet set) {
    return names(set.stream().mapToObj(line -> result.lines().get(line).line().id()).toList());
  }

  private static ArrayNode names(List<String> names) {
    ArrayNode array = MAPPER.createArrayNode();
    names.forEach(array::add);
    return array;
  }
}
