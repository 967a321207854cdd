package parley.lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import parley.core.build.Build;

/**
 * What the user sees of a mistake of ours: one line. The stack trace goes to a new file in {@code
 * folder}.
 */
record InternalErrors(Path folder, PrintWriter err) {

  /** Tells the user of an error and keeps its details; never throws. */
  void report(Throwable error, List<String> arguments) {
    String where;
    try {
      Path file = Files.createTempFile(folder, "parley-error-", ".txt");
      Files.writeString(file, details(error, arguments));
      where = "details are in " + file;
    } catch (IOException | RuntimeException unwritable) {
      where = "its details could not be written to " + folder;
    }
    err.println("internal error: " + summary(error) + "; " + where);
    err.flush();
  }

  private static String summary(Throwable error) {
    String message = error.getMessage();
    String name = error.getClass().getSimpleName();
    return message == null || message.isBlank()
        ? name
        : name + ": " + message.lines().findFirst().orElse("");
  }

  private static String details(Throwable error, List<String> arguments) {
    StringWriter text = new StringWriter();
    PrintWriter lines = new PrintWriter(text);
    lines.println("time       " + Instant.now());
    lines.println("build      " + build());
    lines.println("java       " + Runtime.version() + ", " + System.getProperty("java.vendor"));
    lines.println(
        "system     " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    lines.println("arguments  " + arguments);
    error.printStackTrace(lines);
    return text.toString();
  }

  private static String build() {
    try {
      return Build.current().toString();
    } catch (RuntimeException | ExceptionInInitializerError | NoClassDefFoundError unknown) {
      return "unknown (" + unknown + ")";
    }
  }
}
