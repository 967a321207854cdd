package parley.core.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an offer and its answer come to. {@code ours} and {@code theirs} have the same number of
 * lines where the other side keeps the rules; {@link #lines()} pairs them by position.
 */
public record MediaAgreement(MediaDescription ours, MediaDescription theirs, boolean weOffered) {

  /**
   * One agreed line.
   *
   * @param ours our side of it
   * @param theirs the other side of it
   */
  public record Line(MediaLine ours, MediaLine theirs) {
    public MediaKind kind() {
      return ours.kind();
    }

    /** False where either side refused the line with port 0. */
    public boolean accepted() {
      return !ours.refused() && !theirs.refused();
    }

    public boolean weSend() {
      return accepted() && ours.direction().sends() && theirs.direction().receives();
    }

    public boolean theySend() {
      return accepted() && theirs.direction().sends() && ours.direction().receives();
    }

    /** How what we send is protected. */
    public Optional<MediaProtection> ourProtection() {
      return ours.protection();
    }

    /** How what the other side sends is protected. */
    public Optional<MediaProtection> theirProtection() {
      return theirs.protection();
    }

    /** Formats we may send, in the other side's order, with the other side's payload types. */
    public List<Format> weMaySend() {
      return common(theirs.formats(), ours.formats());
    }

    /** Formats the other side may send, in our order, with our payload types. */
    public List<Format> theyMaySend() {
      return common(ours.formats(), theirs.formats());
    }

    private static List<Format> common(List<Format> of, List<Format> with) {
      return of.stream()
          .filter(format -> with.stream().anyMatch(other -> sameCodec(format, other)))
          .toList();
    }

    private static boolean sameCodec(Format one, Format other) {
      return one.is(other.codec())
          && one.clockRate() == other.clockRate()
          && one.channels() == other.channels()
          && (!one.is("H264")
              || one.parameter("packetization-mode")
                  .orElse("0")
                  .equals(other.parameter("packetization-mode").orElse("0")));
    }
  }

  public List<Line> lines() {
    List<Line> pairs = new ArrayList<>();
    int count = Math.min(ours.lines().size(), theirs.lines().size());
    for (int i = 0; i < count; i++) {
      pairs.add(new Line(ours.lines().get(i), theirs.lines().get(i)));
    }
    return List.copyOf(pairs);
  }

  /** The first accepted line of that kind. */
  public Optional<Line> line(MediaKind kind) {
    return lines().stream().filter(line -> line.kind() == kind && line.accepted()).findFirst();
  }
}
