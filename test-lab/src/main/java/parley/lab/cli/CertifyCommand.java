package parley.lab.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.core.plan.Plan;
import parley.core.plan.PlanOverride;
import parley.core.report.VerdictsJson;
import parley.core.suite.Catalogue;
import parley.core.suite.Suite;
import parley.lab.console.CommandStopped;
import parley.lab.console.ExitCode;
import parley.lab.console.Terminal;
import parley.lab.run.Certification;
import parley.lab.run.Farewell;
import parley.lab.run.Summary;
import parley.profiles.Loaded;
import parley.profiles.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Calls a device, judges it and signs the evidence. */
@Command(
    name = "certify",
    mixinStandardHelpOptions = true,
    description = {
      "Calls a device, judges each case of the suite from its capture and signs it all.",
      "A plan says more than an address can: what the device is called, how it is made to hang up,",
      "limits, severities, keys. Its defaults are in the program; see README."
    })
final class CertifyCommand implements Callable<ExitCode> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TARGET",
      description = "whom to call, such as sip:room@192.0.2.7:5060;transport=tcp")
  private @Nullable String target;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "the plan; TARGET wins over its target")
  private @Nullable Path plan;

  @Option(
      names = "--case",
      paramLabel = "NAME",
      description = "only these cases: an id, a name with *, or an area; may be given again")
  private List<String> cases = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "where runs and bundles are written")
  private @Nullable String output;

  @Option(names = "--json", description = "print the verdicts as JSON on standard output")
  private boolean json;

  CertifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    Suite suite = orStop(load().then(read -> Suite.of(read, Catalogue.load())));
    try (Farewell farewell = Farewell.prepare(terminal)) {
      Certification.Finished finished = new Certification(terminal, farewell.stop()).run(suite);
      tell(finished);
      return finished.exitCode();
    }
  }

  private void tell(Certification.Finished finished) {
    if (json) {
      terminal
          .out()
          .print(new String(VerdictsJson.write(finished.result()), StandardCharsets.UTF_8));
      terminal.out().flush();
      finished.trouble().ifPresent(trouble -> terminal.err().println("parley: " + trouble));
    } else {
      Summary.print(finished, terminal);
    }
  }

  private Loaded<Plan> load() {
    List<PlanOverride> overrides = new ArrayList<>();
    if (target != null) {
      overrides.add(PlanOverride.text("candidate.target", target));
    }
    if (output != null) {
      overrides.add(PlanOverride.text("output", output));
    }
    if (!cases.isEmpty()) {
      overrides.add(
          PlanOverride.yaml(
              "suite.include",
              cases.stream()
                  .map(name -> "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                  .collect(Collectors.joining(", ", "[", "]"))));
    }
    return Plan.load(Optional.ofNullable(plan), overrides);
  }

  /** The value, or a message that names every problem. */
  static <T> T orStop(Loaded<T> loaded) {
    return switch (loaded) {
      case Loaded.Good<T>(T value) -> value;
      case Loaded.Bad<T>(List<Problem> problems) ->
          throw CommandStopped.usage(
              problems.getFirst().toString(),
              problems.stream().skip(1).map(Problem::toString).toArray(String[]::new));
    };
  }
}
