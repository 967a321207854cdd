package parley.lab.console;

import java.util.List;

/**
 * Ends a command with a message for the user. It carries no stack trace: the message must be enough
 * to act on.
 */
public final class CommandStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final String said;
  private final transient List<String> advice;

  private CommandStopped(ExitCode exitCode, String message, List<String> advice) {
    super(message, null, false, false);
    this.exitCode = exitCode;
    this.said = message;
    this.advice = List.copyOf(advice);
  }

  /**
   * What was asked cannot be done as asked: exit code 2.
   *
   * @param message what is wrong, one line, without a full stop
   * @param advice what to do about it, one line each
   */
  public static CommandStopped usage(String message, String... advice) {
    return new CommandStopped(ExitCode.USAGE, message, List.of(advice));
  }

  /** The lab could not do its work: exit code 3. Message and advice as in {@link #usage}. */
  public static CommandStopped labError(String message, String... advice) {
    return new CommandStopped(ExitCode.UNDECIDED, message, List.of(advice));
  }

  /** How the process is to end. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** What is wrong, in one line. */
  public String said() {
    return said;
  }

  /** Lines that say what to do, possibly none. */
  public List<String> advice() {
    return advice;
  }
}
