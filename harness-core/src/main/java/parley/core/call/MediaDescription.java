package parley.core.call;

import java.util.List;
import java.util.Optional;

/** All lines of one side, in order: a session description without its protocol. */
public record MediaDescription(List<MediaLine> lines) {
  public MediaDescription {
    lines = List.copyOf(lines);
  }

  /** The first line of that kind that is not refused. */
  public Optional<MediaLine> line(MediaKind kind) {
    return lines.stream().filter(line -> line.kind() == kind && !line.refused()).findFirst();
  }

  /** The same lines, each with {@code direction}. */
  public MediaDescription withDirection(MediaDirection direction) {
    return new MediaDescription(lines.stream().map(line -> line.withDirection(direction)).toList());
  }
}
