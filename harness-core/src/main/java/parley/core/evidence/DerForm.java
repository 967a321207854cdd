package parley.core.evidence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import parley.core.wire.Octets;

/**
 * A first look at DER (ITU-T X.690 clauses 8.1 and 10.1): definite lengths in the fewest octets,
 * elements that fill each other exactly, and no deeper than a parser can follow.
 */
final class DerForm {
  private static final int DEEPEST = 48;
  private static final int CONSTRUCTED = 0x20;

  private DerForm() {}

  /** The first thing wrong with what must be one element, and where. */
  static Optional<String> problem(Octets octets) {
    Deque<Integer> ends = new ArrayDeque<>();
    int at = 0;
    do {
      int limit = ends.isEmpty() ? octets.length() : ends.peek();
      int header = at + 2;
      if (header > limit || (octets.u8(at) & 0x1f) == 0x1f) {
        return at(at, "an element cut short or of an unknown kind");
      }
      long length = octets.u8(at + 1);
      if (length >= 0x80) {
        int count = (int) length & 0x7f;
        if (count == 0 || count > 3 || header + count > limit) {
          return at(at, "a length that DER does not know");
        }
        length = 0;
        for (int i = 0; i < count; i++) {
          length = length << 8 | octets.u8(header + i);
        }
        if (length < 0x80 || length >> (8 * (count - 1)) == 0) {
          return at(at, "a length in more octets than needed");
        }
        header += count;
      }
      if (header + length > limit) {
        return at(at, "an element longer than what holds it");
      }
      if ((octets.u8(at) & CONSTRUCTED) != 0) {
        if (ends.size() == DEEPEST) {
          return at(at, "elements nested too deep");
        }
        ends.push((int) (header + length));
        at = header;
      } else {
        at = (int) (header + length);
      }
      while (!ends.isEmpty() && ends.peek() == at) {
        ends.pop();
      }
    } while (!ends.isEmpty());
    return at == octets.length() ? Optional.empty() : at(at, "octets after the end");
  }

  private static Optional<String> at(int offset, String what) {
    return Optional.of(what + " at octet " + offset);
  }
}
