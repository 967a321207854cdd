package parley.lab.console;

/** How a command ended, as the process's exit status. */
public enum ExitCode {
  /** All is as required. */
  AS_REQUIRED(0),
  /** The device failed a required case, or a bundle is not what it claims to be. */
  DEVICE_FAILED(1),
  /** The command, the plan or the configuration is wrong; nothing was decided. */
  USAGE(2),
  /** Nothing could be decided, or the lab itself failed. */
  UNDECIDED(3);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** The number the process ends with. */
  public int status() {
    return status;
  }
}
