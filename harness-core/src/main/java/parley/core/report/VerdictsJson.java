package parley.core.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import parley.core.judge.Figure;
import parley.core.judge.Finding;
import parley.core.judge.Flag;
import parley.core.judge.Inspected;
import parley.core.judge.Judgement;
import parley.core.judge.Outcome;
import parley.core.suite.CaseResult;
import parley.core.suite.SuiteResult;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verdicts as JSON, in one form only: the same result gives the same octets, so that a replay is
 * compared octet by octet.
 */
public final class VerdictsJson {
  /** Raised when a key changes its meaning. */
  public static final int FORMAT = 1;

  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT))
          .build();

  /** UTF-8, two spaces, line feeds, a line feed at the end. */
  public static byte[] write(SuiteResult result) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT);
    root.put("candidate", result.candidate());
    result.product().ifPresent(product -> root.put("product", product));
    root.put("simulated", result.simulated());
    root.set("counts", counts(result.counts()));
    ArrayNode cases = root.putArray("cases");
    result.results().forEach(one -> cases.add(caseNode(one)));
    return (MAPPER.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode counts(SuiteResult.Counts counts) {
    return MAPPER
        .createObjectNode()
        .put("planned", counts.planned())
        .put("executed", counts.executed())
        .put("notApplicable", counts.notApplicable())
        .put("interrupted", counts.interrupted())
        .put("pass", counts.pass())
        .put("warning", counts.warning())
        .put("fail", counts.fail())
        .put("inconclusive", counts.inconclusive())
        .put("error", counts.error());
  }

  private static ObjectNode caseNode(CaseResult result) {
    Judgement judgement = result.judgement();
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", result.id().toString());
    node.put("title", result.title());
    node.put("area", result.area().name());
    ArrayNode clauses = node.putArray("clauses");
    result.clauses().forEach(clause -> clauses.add(clause.toString()));
    node.put("state", result.state().name());
    node.put("verdict", judgement.verdict().name());
    node.put("reason", judgement.reason());
    ArrayNode flags = node.putArray("flags");
    judgement.flags().stream().sorted().map(Flag::name).forEach(flags::add);
    result.record().ifPresent(record -> node.put("record", record));
    node.set("inspected", inspected(judgement.inspected()));
    ArrayNode findings = node.putArray("findings");
    judgement.findings().forEach(finding -> findings.add(finding(finding)));
    ArrayNode figures = node.putArray("figures");
    judgement.figures().forEach(figure -> figures.add(figure(figure)));
    return node;
  }

  private static ObjectNode inspected(Inspected inspected) {
    return MAPPER
        .createObjectNode()
        .put("messages", inspected.messages())
        .put("packets", inspected.packets())
        .put("frames", inspected.frames());
  }

  private static ObjectNode finding(Finding finding) {
    Outcome outcome = finding.outcome();
    ObjectNode node = MAPPER.createObjectNode();
    node.put("check", finding.check());
    node.put("clause", finding.clause().toString());
    node.put("severity", finding.severity().name());
    node.put("outcome", word(outcome));
    node.put("expected", outcome.expected());
    node.put("actual", outcome.actual());
    node.set("inspected", inspected(outcome.inspected()));
    ArrayNode packets = node.putArray("packets");
    List<Long> numbers = outcome.packets();
    numbers.forEach(packets::add);
    return node;
  }

  /** The outcome in one word, as JSON and reports write it. */
  public static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Satisfied satisfied -> "SATISFIED";
      case Outcome.Violated violated -> "VIOLATED";
      case Outcome.Undecided undecided -> "UNDECIDED";
    };
  }

  private static ObjectNode figure(Figure figure) {
    return MAPPER
        .createObjectNode()
        .put("name", figure.name())
        .put("value", figure.value())
        .put("unit", figure.unit())
        .put("count", figure.count());
  }

  private VerdictsJson() {}
}
