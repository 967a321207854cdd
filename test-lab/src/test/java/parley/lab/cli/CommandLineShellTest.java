package parley.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.core.build.Build;
import parley.lab.console.CommandStopped;
import parley.lab.console.ExitCode;
import parley.lab.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whatever happens in a command, the user sees a message and the caller an exit status. */
class CommandLineShellTest {
  @TempDir private Path errors;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void saysVersionAndBuild() {
    assertEquals(0, run(new ParleyCommand(), "--version"));
    assertTrue(out.toString().startsWith("parley " + Build.current().version()), out.toString());
    assertTrue(out.toString().contains(Build.current().shortHash()), out.toString());
  }

  @Test
  void explainsItself() {
    assertEquals(0, run(new ParleyCommand(), "help"));
    assertTrue(out.toString().contains("Exit codes:"), out.toString());
    assertFalse(out.toString().contains("\u001b"), "colour without a terminal");
  }

  @Test
  void saysOfEachCommandInOneWholeSentenceWhatItDoes() {
    assertEquals(0, run(new ParleyCommand(), "help"));
    List<String> commands =
        out.toString()
            .lines()
            .dropWhile(line -> !line.startsWith("Commands:"))
            .skip(1)
            .takeWhile(line -> !line.isBlank())
            .toList();
    assertTrue(commands.size() > 4, commands::toString);
    commands.forEach(line -> assertTrue(line.endsWith("."), line));
  }

  @Test
  void coloursOnATerminal() {
    shell(new ParleyCommand(), true).run("help");
    assertTrue(out.toString().contains("\u001b["), out.toString());
  }

  @Test
  void noCommandIsWrongUse() {
    assertEquals(2, run(new ParleyCommand()));
    assertEquals("", out.toString());
    assertTrue(err.toString().contains("Usage:"), err.toString());
  }

  @Test
  void unknownWordsAreWrongUse() {
    assertEquals(2, run(new ParleyCommand(), "certfy"));
    assertTrue(err.toString().contains("certfy"), err.toString());
    assertEquals(2, run(new Failing(), "--how=sideways"));
    assertFalse(err.toString().contains("\tat "), err.toString());
  }

  @Test
  void aStoppedCommandSaysWhyAndWhatToDo() {
    assertEquals(2, run(new Failing(), "--how=STOPPED"));
    assertEquals(
        "parley: plan.yaml does not exist%nGive its name by --plan.%n".formatted(), err.toString());
  }

  @Test
  void whatACommandReturnsIsTheStatus() {
    assertEquals(1, run(new Failing(), "--how=DEVICE"));
    assertEquals("", err.toString());
  }

  @Test
  void anInternalErrorIsOneLineAndItsDetailsAreInAFile() throws IOException {
    assertEquals(3, run(new Failing(), "--how=EXCEPTION"));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().startsWith("internal error: IllegalStateException: by design"));
    assertTrue(onlyErrorFile().contains("\tat parley.lab.cli.CommandLineShellTest"));
  }

  @Test
  void evenAnErrorOfTheMachineShowsNoStackTrace() throws IOException {
    assertEquals(3, run(new Failing(), "--how=ERROR"));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(onlyErrorFile().contains("StackOverflowError"));
  }

  @Test
  void anUnwritableErrorFolderIsSaid() {
    errors = errors.resolve("absent");
    assertEquals(3, run(new Failing(), "--how=EXCEPTION"));
    assertTrue(err.toString().contains("could not be written"), err.toString());
  }

  private String onlyErrorFile() throws IOException {
    try (var files = Files.list(errors)) {
      return Files.readString(files.toList().getFirst());
    }
  }

  private int run(Object root, String... arguments) {
    return shell(root, false).run(arguments);
  }

  private CommandLineShell shell(Object root, boolean terminal) {
    return new CommandLineShell(
        root,
        new Terminal(
            new PrintWriter(out, true), new PrintWriter(err, true), terminal, terminal, true),
        errors);
  }

  @Command(name = "failing")
  private static final class Failing implements Callable<ExitCode> {
    private enum How {
      STOPPED,
      DEVICE,
      EXCEPTION,
      ERROR
    }

    @Option(names = "--how")
    private How how = How.DEVICE;

    @Override
    public ExitCode call() {
      return switch (how) {
        case STOPPED ->
            throw CommandStopped.usage("plan.yaml does not exist", "Give its name by --plan.");
        case DEVICE -> ExitCode.DEVICE_FAILED;
        case EXCEPTION -> throw new IllegalStateException("by design");
        case ERROR -> throw new StackOverflowError("by design");
      };
    }
  }
}
