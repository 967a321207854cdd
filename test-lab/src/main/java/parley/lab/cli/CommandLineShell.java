package parley.lab.cli;

import java.nio.file.Path;
import java.util.List;
import parley.lab.console.CommandStopped;
import parley.lab.console.ExitCode;
import parley.lab.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Between the operating system and the commands: words in, exit status out. Whatever a command
 * throws becomes a message; no stack trace passes.
 */
public final class CommandLineShell {
  private final Object root;
  private final Terminal terminal;
  private final InternalErrors internalErrors;

  CommandLineShell(Object root, Terminal terminal, Path errorFolder) {
    this.root = root;
    this.terminal = terminal;
    this.internalErrors = new InternalErrors(errorFolder, terminal.err());
  }

  /** The shell on this process's streams; it also catches what other threads let escape. */
  public static CommandLineShell onThisProcess() {
    CommandLineShell shell =
        new CommandLineShell(
            new ParleyCommand(),
            Terminal.ofThisProcess(),
            Path.of(System.getProperty("java.io.tmpdir")));
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, error) ->
            shell.internalErrors.report(error, List.of("in thread " + thread.getName())));
    return shell;
  }

  /** Runs one command and returns the status the process shall end with. */
  public int run(String... arguments) {
    try {
      return commands().execute(arguments);
    } catch (RuntimeException | Error escaped) {
      // Picocli hands over exceptions of commands, but neither errors nor its own failures.
      internalErrors.report(escaped, List.of(arguments));
      return ExitCode.UNDECIDED.status();
    }
  }

  private CommandLine commands() {
    CommandLine line = new CommandLine(root, new WithTerminal(terminal));
    Ansi outAnsi = terminal.colourOnOut() ? Ansi.ON : Ansi.OFF;
    ColorScheme scheme = CommandLine.Help.defaultColorScheme(outAnsi);
    line.setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(scheme)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setExitCodeExceptionMapper(ignored -> ExitCode.UNDECIDED.status())
        .setParameterExceptionHandler(this::wrongUse)
        .setExecutionExceptionHandler(
            (error, ignored, parsed) -> stopped(error, parsed.originalArgs()));
    line.setExecutionStrategy(CommandLineShell::runAndTakeExitCode);
    return line;
  }

  /** Picocli takes numbers for exit codes, and would take every {@link ExitCode} for success. */
  private static int runAndTakeExitCode(ParseResult parsed) {
    int status = new CommandLine.RunLast().execute(parsed);
    Object result = parsed.asCommandLineList().getLast().getExecutionResult();
    return result instanceof ExitCode code ? code.status() : status;
  }

  private int stopped(Exception error, List<String> arguments) {
    if (error instanceof CommandStopped stopped) {
      tell(stopped.said(), stopped.advice());
      return stopped.exitCode().status();
    }
    internalErrors.report(error, arguments);
    return ExitCode.UNDECIDED.status();
  }

  private int wrongUse(ParameterException wrong, String[] arguments) {
    if (wrong.getCause() instanceof CommandStopped stopped) {
      return stopped(stopped, List.of(arguments));
    }
    tell(String.valueOf(wrong.getMessage()), List.of());
    UnmatchedArgumentException.printSuggestions(wrong, terminal.err());
    String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
    terminal.err().println("Try '" + name + " --help'.");
    return ExitCode.USAGE.status();
  }

  private void tell(String message, List<String> advice) {
    String word = terminal.colourOnErr() ? "\u001b[31mparley:\u001b[0m " : "parley: ";
    terminal.err().println(word + message);
    advice.forEach(terminal.err()::println);
  }

  /** Makes commands: one that wants the terminal takes it as its constructor's only parameter. */
  private record WithTerminal(Terminal terminal) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (var constructor : type.getDeclaredConstructors()) {
        if (constructor.getParameterCount() == 1
            && constructor.getParameterTypes()[0] == Terminal.class) {
          return type.cast(constructor.newInstance(terminal));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
