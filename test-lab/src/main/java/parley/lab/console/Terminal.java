package parley.lab.console;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command speaks to its user.
 *
 * @param out results
 * @param err progress, warnings and errors
 * @param outIsTerminal whether a person sees {@code out} at once
 * @param errIsTerminal whether a person sees {@code err} at once: only then may a line be rewritten
 * @param colour whether colours are welcome where a terminal is
 */
public record Terminal(
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    boolean colour) {

  /**
   * This process's own streams. The launcher says by the properties {@code parley.terminal.out} and
   * {@code parley.terminal.err} which of them is a terminal, since the JDK only tells it of input
   * and output together. {@code NO_COLOR} and {@code TERM=dumb} are honoured.
   */
  public static Terminal ofThisProcess() {
    return of(System.out, System.err, System.getenv());
  }

  public static Terminal of(PrintStream out, PrintStream err, Map<String, String> environment) {
    boolean colour =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").toLowerCase(Locale.ROOT).equals("dumb");
    return new Terminal(
        new PrintWriter(out, true, out.charset()),
        new PrintWriter(err, true, err.charset()),
        isTerminal("parley.terminal.out"),
        isTerminal("parley.terminal.err"),
        colour);
  }

  /** Whether results may be coloured. */
  public boolean colourOnOut() {
    return colour && outIsTerminal;
  }

  /** Whether errors and progress may be coloured. */
  public boolean colourOnErr() {
    return colour && errIsTerminal;
  }

  private static boolean isTerminal(String property) {
    return Optional.ofNullable(System.getProperty(property))
        .map(Boolean::parseBoolean)
        .orElseGet(
            () -> Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
  }
}
