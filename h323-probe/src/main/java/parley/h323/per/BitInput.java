package parley.h323.per;

import java.util.List;
import parley.core.wire.Octets;

/**
 * Reads bits. The first thing that cannot be read is noted as a problem; from then on all reads
 * give nothing, so that a reader asks {@link #failed()} where it would go on.
 */
final class BitInput {
  private final Octets octets;
  private final int base;
  private final List<Problem> problems;
  private long position;
  private boolean failed;

  /**
   * @param base where {@code octets} begin in the message, for the problems
   * @param problems takes what is noticed
   */
  BitInput(Octets octets, int base, List<Problem> problems) {
    this.octets = octets;
    this.base = base;
    this.problems = problems;
  }

  boolean failed() {
    return failed;
  }

  /** Octets begun so far. */
  int octet() {
    return (int) ((position + 7) / 8);
  }

  /** Where the message is being read. */
  int place() {
    return base + (int) (position / 8);
  }

  Octets rest() {
    return octets.from(Math.min(octets.length(), (int) (position / 8)));
  }

  void fail(String text) {
    if (!failed) {
      failed = true;
      problems.add(new Problem(Problem.Kind.MALFORMED, place(), text));
    }
  }

  void notCanonical(String text) {
    if (!failed) {
      problems.add(new Problem(Problem.Kind.NON_CANONICAL, place(), text));
    }
  }

  private boolean has(long bits) {
    if (!failed && position + bits > octets.length() * 8L) {
      fail(
          "ends early: " + bits + " bits expected, " + (octets.length() * 8L - position) + " left");
    }
    return !failed;
  }

  boolean bit() {
    return bits(1) == 1;
  }

  /** Up to 32 bits as a number. */
  long bits(int count) {
    if (!has(count)) {
      return 0;
    }
    long value = 0;
    for (int i = 0; i < count; i++) {
      int octet = octets.u8((int) (position / 8));
      value = (value << 1) | ((octet >> (7 - (int) (position % 8))) & 1);
      position++;
    }
    return value;
  }

  /** Goes to the next octet boundary. */
  void align() {
    int padding = (int) (-position & 7);
    if (padding > 0 && has(padding) && bits(padding) != 0) {
      notCanonical("padding bits that are not zero");
    }
  }

  /** Octets from a boundary. */
  Octets octets(int count) {
    if (!has(count * 8L)) {
      return Octets.EMPTY;
    }
    Octets read = octets.slice((int) (position / 8), count);
    position += count * 8L;
    return read;
  }

  /** Octets from any bit. */
  Octets unaligned(int count) {
    if (!has(count * 8L)) {
      return Octets.EMPTY;
    }
    byte[] read = new byte[count];
    for (int i = 0; i < count; i++) {
      read[i] = (byte) bits(8);
    }
    return Octets.of(read);
  }

  /** The part of an input that an open type takes up, read on its own. */
  BitInput part(Octets content) {
    return new BitInput(content, place() - content.length(), problems);
  }
}
