package parley.core.stream;

import java.util.List;
import parley.core.wire.Octets;

/**
 * Octets of a stream without a gap, in the order in which they were sent.
 *
 * @param missingBefore octets of the stream that stand before this run and are not in the capture;
 *     0 where it is the first and the beginning is there, or nobody knows where the stream began
 * @param spans one after the other, the first at 0; never empty
 */
public record Run(long missingBefore, List<Span> spans) {
  public Run {
    spans = List.copyOf(spans);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("a run has octets");
    }
  }

  public int length() {
    return spans.getLast().end();
  }

  /** All octets joined; each call joins them anew. */
  public Octets octets() {
    if (spans.size() == 1) {
      return spans.getFirst().octets();
    }
    byte[] all = new byte[length()];
    spans.forEach(span -> span.octets().copyTo(all, span.at()));
    return Octets.of(all);
  }

  /** The first octets, at most {@code count}: enough to see what the stream carries. */
  public Octets beginning(int count) {
    byte[] first = new byte[Math.min(count, length())];
    for (Span span : spans) {
      if (span.at() >= first.length) {
        break;
      }
      Octets octets = span.octets();
      octets.slice(0, Math.min(octets.length(), first.length - span.at())).copyTo(first, span.at());
    }
    return Octets.of(first);
  }

  /** The spans that hold any of {@code count} octets from {@code from}; at least one. */
  public List<Span> carriers(int from, int count) {
    if (from < 0 || count < 0 || from >= length() || count > length() - from) {
      throw new IndexOutOfBoundsException("octets " + from + "+" + count + " of " + length());
    }
    int low = 0;
    int high = spans.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (spans.get(middle).at() <= from) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int last = low;
    while (last + 1 < spans.size() && spans.get(last + 1).at() < from + count) {
      last++;
    }
    return spans.subList(low, last + 1);
  }
}
