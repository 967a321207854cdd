package parley.core.plan;

import java.util.Optional;
import java.util.regex.Pattern;

/** UDP ports from {@code first} to {@code last}, both included, written {@code 40000-40999}. */
public record PortRange(int first, int last) {
  /** Below the ports the system hands out by itself. */
  public static final PortRange STANDARD = new PortRange(20_000, 29_999);

  private static final Pattern FORM = Pattern.compile("(\\d{1,5})-(\\d{1,5})");

  public PortRange {
    if (first < 1 || last > 65535 || first > last) {
      throw new IllegalArgumentException(first + "-" + last + " is no range of ports 1 to 65535");
    }
  }

  /** Reads {@code 40000-40999}; empty where it is no range of ports. */
  public static Optional<PortRange> parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(matcher.group(1));
    int last = Integer.parseInt(matcher.group(2));
    return first < 1 || last > 65535 || first > last
        ? Optional.empty()
        : Optional.of(new PortRange(first, last));
  }

  /** The first even port: RTP takes an even one, its RTCP the next (RFC 3550 §11). */
  public int firstEven() {
    return first + (first & 1);
  }

  /** How many pairs of an even port and the next are in the range. */
  public int pairs() {
    return Math.max(0, (last + 1 - firstEven()) / 2);
  }

  public int size() {
    return last - first + 1;
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
