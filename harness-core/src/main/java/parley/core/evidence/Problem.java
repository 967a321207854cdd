package parley.core.evidence;

/** What is wrong with a bundle: {@code place} is an entry, or a place in the container. */
public record Problem(String place, String what) {
  @Override
  public String toString() {
    return place + ": " + what;
  }
}
