package parley.lab.cli;

import java.util.concurrent.Callable;
import parley.lab.console.ExitCode;
import parley.lab.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The root of all commands. A new command is one class in this package, added to {@code
 * subcommands} below in the order in which help shall show it; if it wants the {@link Terminal}, it
 * takes it as its constructor's only parameter.
 */
@Command(
    name = "parley",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Calls a videoconferencing endpoint, records every packet, judges it from that record",
      "and signs the evidence, so that anyone can check the verdict again."
    },
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is as required",
      "1:the device failed a required case, or a bundle is not what it claims to be",
      "2:the command, the plan or the configuration is wrong",
      "3:inconclusive, or the lab itself failed"
    },
    footer = {
      "",
      "'parley help COMMAND' explains a command.",
      "'parley test' builds Parley and runs its own tests; what follows goes to Maven."
    },
    subcommands = {
      DemoCommand.class,
      CertifyCommand.class,
      VerifyCommand.class,
      CasesCommand.class,
      GatekeeperCommand.class,
      TraceCommand.class,
      MeasureCommand.class,
      TenderCommand.class,
      HelpCommand.class
    })
final class ParleyCommand implements Callable<ExitCode> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public ExitCode call() {
    CommandLine line = spec.commandLine();
    line.getErr().println("No command given.");
    line.usage(line.getErr());
    return ExitCode.USAGE;
  }
}
