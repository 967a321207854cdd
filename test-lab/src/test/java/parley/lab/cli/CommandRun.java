package parley.lab.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import parley.lab.console.Terminal;

/**
 * One command of the program, run in this process as a shell would: words in, exit status and two
 * streams out.
 */
public record CommandRun(int status, String out, String err) {
  public static CommandRun of(Path errorFolder, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err, true), false, false, false);
    int status = new CommandLineShell(new ParleyCommand(), terminal, errorFolder).run(arguments);
    return new CommandRun(status, out.toString(), err.toString());
  }

  @Override
  public String toString() {
    return "status " + status + "\n" + out + "\n" + err;
  }
}
