package parley.lab;

import parley.lab.cli.CommandLineShell;
import parley.lab.cli.QuietLogging;
import parley.lab.cli.VersionText;

/** The program. */
public final class Parley {
  private Parley() {}

  /** Runs one command and ends the process with its {@link parley.lab.console.ExitCode}. */
  public static void main(String[] arguments) {
    if (arguments.length == 1 && VersionText.asks(arguments[0])) {
      // Asked often, by scripts too: answered before the command line is built, three times faster.
      System.out.println(VersionText.line());
      return;
    }
    QuietLogging.install();
    System.exit(CommandLineShell.onThisProcess().run(arguments));
  }
}
