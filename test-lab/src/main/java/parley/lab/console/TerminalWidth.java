package parley.lab.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** How many characters a line of the user's terminal has: the JDK does not tell. */
public final class TerminalWidth {
  private static final int LEAST = 40;
  private static final int MOST = 1_000;

  private TerminalWidth() {}

  /** By {@code COLUMNS}, else by what {@code stty} says of the controlling terminal. */
  public static OptionalInt ofThisProcess() {
    OptionalInt said = of(System.getenv());
    return said.isPresent() ? said : asked();
  }

  static OptionalInt of(Map<String, String> environment) {
    return number(environment.getOrDefault("COLUMNS", ""));
  }

  private static OptionalInt asked() {
    File terminal = new File("/dev/tty");
    if (!terminal.exists()) {
      return OptionalInt.empty();
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(terminal)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      stty.waitFor(1, TimeUnit.SECONDS);
      return number(size.trim().replaceFirst(".* ", ""));
    } catch (IOException noSuchProgram) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  private static OptionalInt number(String text) {
    if (!text.matches("\\d{1,4}")) {
      return OptionalInt.empty();
    }
    int width = Integer.parseInt(text);
    return width < LEAST ? OptionalInt.empty() : OptionalInt.of(Math.min(width, MOST));
  }
}
