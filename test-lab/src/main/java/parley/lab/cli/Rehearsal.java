package parley.lab.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import parley.lab.Parley;
import parley.lab.console.Terminal;

/**
 * Does what every command begins with, and calls nobody. The launcher runs it once after a build:
 * the JDK keeps the classes it loads in a cache from which the next starts take them.
 */
public final class Rehearsal {
  private static final List<List<String>> SHORT =
      List.of(
          List.of("help"),
          List.of("cases"),
          List.of("certify", "sip:nobody@127.0.0.1", "--case", "NO-SUCH-CASE"),
          List.of("verify", "no-such-bundle.asice"));

  private Rehearsal() {}

  /** Says nothing but the version. */
  public static void main(String[] none) {
    QuietLogging.install();
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Terminal terminal = new Terminal(nowhere, nowhere, false, false, false);
    for (List<String> words : SHORT) {
      new CommandLineShell(
              new ParleyCommand(), terminal, Path.of(System.getProperty("java.io.tmpdir")))
          .run(words.toArray(String[]::new));
    }
    Parley.main(new String[] {"--version"});
  }
}
