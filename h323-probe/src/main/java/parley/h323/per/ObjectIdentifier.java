package parley.h323.per;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.core.wire.Octets;

/**
 * An object identifier (X.660), such as {@code 0.0.8.2250.0.6}.
 *
 * @param content the contents octets of its basic encoding (X.690 8.19), which PER takes over
 */
public record ObjectIdentifier(Octets content) {
  /** Longer ones are not spelt out: nobody assigns them, and numbers of that size cost time. */
  private static final int MOST_READ = 256;

  /** Reads dots and numbers. */
  public static ObjectIdentifier of(String dotted) {
    List<BigInteger> arcs = Arrays.stream(dotted.split("\\.", -1)).map(BigInteger::new).toList();
    if (arcs.size() < 2
        || arcs.stream().anyMatch(arc -> arc.signum() < 0)
        || arcs.getFirst().compareTo(BigInteger.TWO) > 0
        || (arcs.getFirst().compareTo(BigInteger.TWO) < 0
            && arcs.get(1).compareTo(BigInteger.valueOf(39)) > 0)) {
      throw new IllegalArgumentException("'" + dotted + "' is no object identifier");
    }
    List<Byte> octets = new ArrayList<>();
    append(octets, arcs.getFirst().multiply(BigInteger.valueOf(40)).add(arcs.get(1)));
    arcs.stream().skip(2).forEach(arc -> append(octets, arc));
    byte[] bytes = new byte[octets.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = octets.get(i);
    }
    return new ObjectIdentifier(Octets.of(bytes));
  }

  private static void append(List<Byte> octets, BigInteger arc) {
    int groups = Math.max(1, (arc.bitLength() + 6) / 7);
    for (int i = groups - 1; i >= 0; i--) {
      int group = arc.shiftRight(7 * i).intValue() & 0x7f;
      octets.add((byte) (i > 0 ? group | 0x80 : group));
    }
  }

  /** The numbers; empty where the octets do not follow X.690. */
  public Optional<List<BigInteger>> arcs() {
    if (content.length() > MOST_READ) {
      return Optional.empty();
    }
    List<BigInteger> arcs = new ArrayList<>();
    BigInteger arc = BigInteger.ZERO;
    boolean begun = false;
    for (int i = 0; i < content.length(); i++) {
      int octet = content.u8(i);
      if (!begun && octet == 0x80) {
        return Optional.empty();
      }
      arc = arc.shiftLeft(7).or(BigInteger.valueOf(octet & 0x7f));
      begun = (octet & 0x80) != 0;
      if (!begun) {
        if (arcs.isEmpty()) {
          BigInteger first = arc.divide(BigInteger.valueOf(40)).min(BigInteger.TWO);
          arcs.add(first);
          arc = arc.subtract(first.multiply(BigInteger.valueOf(40)));
        }
        arcs.add(arc);
        arc = BigInteger.ZERO;
      }
    }
    return begun || arcs.isEmpty() ? Optional.empty() : Optional.of(arcs);
  }

  /** Dots and numbers, or the octets where they do not spell any. */
  @Override
  public String toString() {
    return arcs()
        .map(list -> list.stream().map(BigInteger::toString).collect(Collectors.joining(".")))
        .orElseGet(() -> "malformed " + content.hex());
  }
}
