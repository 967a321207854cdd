package parley.lab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import parley.core.suite.Area;
import parley.core.suite.Catalogue;
import parley.core.suite.Need;
import parley.core.suite.SignallingProtocol;
import parley.core.suite.TestCase;
import parley.lab.console.ExitCode;
import parley.lab.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists what can be tested. */
@Command(
    name = "cases",
    mixinStandardHelpOptions = true,
    description = "Lists the cases with their area, their clauses and what each needs of the lab.")
final class CasesCommand implements Callable<ExitCode> {
  private final Terminal terminal;

  @Option(names = "--json", description = "one JSON array on standard output")
  private boolean json;

  CasesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    Catalogue catalogue = Catalogue.load();
    if (json) {
      printJson(catalogue);
    } else {
      catalogue.protocols().forEach(protocol -> print(catalogue, protocol));
    }
    terminal.out().flush();
    return ExitCode.AS_REQUIRED;
  }

  private void print(Catalogue catalogue, SignallingProtocol protocol) {
    PrintWriter out = terminal.out();
    List<TestCase> cases = catalogue.cases(protocol);
    out.println(
        cases.size()
            + " cases over "
            + protocol.schemes().stream().sorted().collect(Collectors.joining(", ")));
    Area area = Area.LABORATORY;
    for (TestCase one : cases) {
      if (one.area() != area) {
        area = one.area();
        out.println();
        out.println(area);
      }
      out.println("  " + one.id());
      out.println("      " + one.title());
      out.println("      " + clauses(one));
      for (Need need : one.needs()) {
        out.println("      needs " + need.text());
      }
    }
  }

  private static String clauses(TestCase one) {
    return one.clauses().stream().map(Object::toString).collect(Collectors.joining("; "));
  }

  private void printJson(Catalogue catalogue) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ArrayNode all = mapper.createArrayNode();
    for (SignallingProtocol protocol : catalogue.protocols()) {
      for (TestCase one : catalogue.cases(protocol)) {
        ObjectNode node = all.addObject();
        node.put("id", one.id().toString());
        node.put("area", one.area().name());
        node.put("title", one.title());
        ArrayNode schemes = node.putArray("schemes");
        protocol.schemes().stream().sorted().forEach(schemes::add);
        ArrayNode clauses = node.putArray("clauses");
        one.clauses().forEach(clause -> clauses.add(clause.toString()));
        ArrayNode needs = node.putArray("needs");
        one.needs().stream().map(Need::name).sorted().forEach(needs::add);
      }
    }
    terminal.out().println(mapper.writeValueAsString(all));
  }
}
