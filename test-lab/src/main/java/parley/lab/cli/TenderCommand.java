package parley.lab.cli;

import java.util.concurrent.Callable;
import parley.lab.console.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What specifications ask for, held against what was measured. */
@Command(
    name = "tender",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Holds a specification against what was measured and what makers say.",
      "Says of each line what it is worth, whom it keeps out, and how it could be put neutrally."
    },
    commandListHeading = "%nCommands:%n",
    subcommands = {TenderCheckCommand.class, TenderImportCommand.class})
final class TenderCommand implements Callable<ExitCode> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public ExitCode call() {
    spec.commandLine().getErr().println("No command given.");
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
