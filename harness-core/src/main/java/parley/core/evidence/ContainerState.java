package parley.core.evidence;

/** Whether the container has its one form. */
public sealed interface ContainerState {
  /** {@code entries} counts the container's own three entries, too. */
  record Canonical(int entries, long octets) implements ContainerState {}

  record Deviates(Deviation first) implements ContainerState {}

  /** The file could not be read at all. */
  record Unreadable(String why) implements ContainerState {}
}
