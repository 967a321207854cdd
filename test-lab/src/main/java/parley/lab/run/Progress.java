package parley.lab.run;

import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import parley.lab.console.Terminal;

/**
 * Tells a person how a run gets on: one line a case, on standard error. Where that is a terminal,
 * the case that is running stands on the last line and is written over by its verdict.
 */
final class Progress implements TestExecutionListener {
  private static final String NO_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final Terminal terminal;
  private Map<String, String> entry = Map.of();
  private int notRun;

  Progress(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void executionStarted(TestIdentifier identifier) {
    if (identifier.isTest()) {
      entry = Map.of();
      if (terminal.errIsTerminal()) {
        // Not wrapped where the terminal is narrow: only one line is wiped when the case has ended.
        terminal.err().print(NO_WRAP + "  ...           " + name(identifier) + WRAP);
        terminal.err().flush();
      }
    }
  }

  @Override
  public void reportingEntryPublished(TestIdentifier identifier, ReportEntry published) {
    if (identifier.isTest()) {
      entry = published.getKeyValuePairs();
    }
  }

  @Override
  public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
    if (!identifier.isTest()) {
      return;
    }
    String verdict = entry.getOrDefault("verdict", "INTERRUPTED");
    line(verdict, name(identifier));
    if (!verdict.equals("PASS")) {
      String reason =
          entry.getOrDefault(
              "reason",
              result
                  .getThrowable()
                  .map(problem -> String.valueOf(problem.getMessage()))
                  .orElse(""));
      terminal.err().println("                  " + reason);
    }
  }

  @Override
  public void executionSkipped(TestIdentifier identifier, String reason) {
    if (identifier.isTest()) {
      notRun++;
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan testPlan) {
    if (notRun > 0) {
      line("NOT RUN", notRun + (notRun == 1 ? " case" : " cases"));
      notRun = 0;
    }
  }

  private void line(String verdict, String name) {
    String start = terminal.errIsTerminal() ? "\r\u001b[K" : "";
    terminal
        .err()
        .println(start + "  " + Colours.verdict(verdict, 13, terminal.colourOnErr()) + " " + name);
  }

  private static String name(TestIdentifier identifier) {
    return identifier.getDisplayName();
  }
}
