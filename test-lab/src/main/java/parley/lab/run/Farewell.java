package parley.lab.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import parley.core.suite.engine.StopRequest;
import parley.lab.console.ExitCode;
import parley.lab.console.Terminal;

/**
 * What Ctrl-C (or a termination) does to a command that runs cases: the run is asked to stop, and
 * the process ends when the command has left its bundle and said everything, that is, when it has
 * closed this.
 */
public final class Farewell implements AutoCloseable {
  private static final long LONGEST_SECONDS = 30;

  private final StopRequest stop = new StopRequest();
  private final CountDownLatch said = new CountDownLatch(1);
  private final Terminal terminal;
  private final Thread hook = new Thread(this::takeLeave, "farewell");

  private Farewell(Terminal terminal) {
    this.terminal = terminal;
  }

  /** From now on the process ends in good order, until this is closed. */
  public static Farewell prepare(Terminal terminal) {
    Farewell farewell = new Farewell(terminal);
    Runtime.getRuntime().addShutdownHook(farewell.hook);
    return farewell;
  }

  /** Asked for when the user wants the run to stop. */
  public StopRequest stop() {
    return stop;
  }

  @Override
  public void close() {
    terminal.out().flush();
    terminal.err().flush();
    if (!stop.isAsked()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException endingNow) {
        // The hook is about to run, or runs: it ends the process.
      }
    }
    said.countDown();
  }

  private void takeLeave() {
    terminal
        .err()
        .println(
            (terminal.errIsTerminal() ? "\n" : "")
                + "parley: stopping; what was recorded is kept and signed");
    stop.ask();
    try {
      if (!said.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        terminal
            .err()
            .println(
                "parley: the run did not end in time and is not signed; its captures are kept");
      }
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
    terminal.out().flush();
    terminal.err().flush();
    // Nothing more is to be done; and the exit status of a signal would say less.
    Runtime.getRuntime().halt(ExitCode.UNDECIDED.status());
  }
}
