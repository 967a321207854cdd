package parley.core.call;

import java.util.List;
import java.util.Optional;

/**
 * All lines of one side, in order: a session description without its protocol.
 *
 * @param protection whether that side wants its media protected; how it was agreed stands in each
 *     line
 */
public record MediaDescription(List<MediaLine> lines, ProtectionPolicy protection) {
  public MediaDescription {
    lines = List.copyOf(lines);
  }

  /** Says nothing of protection. */
  public MediaDescription(List<MediaLine> lines) {
    this(lines, ProtectionPolicy.NONE);
  }

  /** The first line of that kind that is not refused. */
  public Optional<MediaLine> line(MediaKind kind) {
    return lines.stream().filter(line -> line.kind() == kind && !line.refused()).findFirst();
  }

  /** The same lines, each with {@code direction}. */
  public MediaDescription withDirection(MediaDirection direction) {
    return new MediaDescription(
        lines.stream().map(line -> line.withDirection(direction)).toList(), protection);
  }

  public MediaDescription withProtection(ProtectionPolicy other) {
    return new MediaDescription(lines, other);
  }
}
