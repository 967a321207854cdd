package parley.h323.per;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import parley.core.wire.Octets;
import parley.h323.per.Type.BitStringType;
import parley.h323.per.Type.BooleanType;
import parley.h323.per.Type.ChoiceType;
import parley.h323.per.Type.Component;
import parley.h323.per.Type.EnumeratedType;
import parley.h323.per.Type.IntegerType;
import parley.h323.per.Type.ListType;
import parley.h323.per.Type.NullType;
import parley.h323.per.Type.ObjectIdentifierType;
import parley.h323.per.Type.OctetStringType;
import parley.h323.per.Type.OpenType;
import parley.h323.per.Type.SequenceType;
import parley.h323.per.Type.TextType;
import parley.h323.per.Value.BitsValue;
import parley.h323.per.Value.BooleanValue;
import parley.h323.per.Value.ChoiceValue;
import parley.h323.per.Value.EnumeratedValue;
import parley.h323.per.Value.IntegerValue;
import parley.h323.per.Value.ListValue;
import parley.h323.per.Value.NullValue;
import parley.h323.per.Value.ObjectIdentifierValue;
import parley.h323.per.Value.OctetsValue;
import parley.h323.per.Value.SequenceValue;
import parley.h323.per.Value.TextValue;
import parley.h323.per.Value.UnknownChoice;
import parley.h323.per.Value.Unread;

/**
 * Reads basic aligned PER. Never throws on content: what could be read is in the value, what is
 * wrong in the problems.
 */
public final class PerDecoder {
  private static final BigInteger OCTET = BigInteger.valueOf(256);

  private final PerLimits limits;

  public PerDecoder(PerLimits limits) {
    this.limits = limits;
  }

  /** Reads one value; octets left over are a problem. */
  public PerResult decode(Type type, Octets octets) {
    List<Problem> problems = new ArrayList<>();
    if (octets.length() > limits.octets()) {
      problems.add(
          new Problem(
              Problem.Kind.MALFORMED,
              0,
              octets.length() + " octets are more than the limit of " + limits.octets()));
      return new PerResult(new Unread(octets), false, problems, octets);
    }
    BitInput in = new BitInput(octets, 0, problems);
    Value value = new Run().value(type, in, 0);
    end(in, octets.length());
    return new PerResult(value, !in.failed(), problems, octets);
  }

  private static void end(BitInput in, int length) {
    if (!in.failed()) {
      in.align();
      // A value without any bits still takes one octet, of zeros (X.691 11.1.3).
      if (in.octet() == 0 && length > 0 && in.bits(8) != 0) {
        in.notCanonical("padding bits that are not zero");
      }
      int read = Math.max(1, in.octet());
      if (length > read) {
        in.notCanonical((length - read) + " octets after the end of the value");
      } else if (length < read) {
        in.notCanonical("no octet for a value without bits");
      }
    }
  }

  /** One decoding, counting its values. */
  private final class Run {
    private int values;

    Value value(Type type, BitInput in, int depth) {
      if (++values > limits.values()) {
        in.fail("more than " + limits.values() + " values");
      } else if (depth > limits.depth()) {
        in.fail("nested deeper than " + limits.depth());
      }
      if (in.failed()) {
        return new Unread(in.rest());
      }
      Octets before = in.rest();
      Value value =
          switch (type) {
            case BooleanType any -> new BooleanValue(in.bit());
            case NullType any -> NullValue.NULL;
            case IntegerType integer -> new IntegerValue(integer(integer, in));
            case EnumeratedType enumerated -> new EnumeratedValue(enumerated(enumerated, in));
            case ObjectIdentifierType any ->
                new ObjectIdentifierValue(new ObjectIdentifier(general(in)));
            case OctetStringType string -> new OctetsValue(octets(string.size(), in));
            case BitStringType string -> bits(string.size(), in);
            case TextType text -> text(text, in);
            case OpenType any -> new OctetsValue(general(in));
            case ListType list -> list(list, in, depth);
            case SequenceType sequence -> sequence(sequence, in, depth);
            case ChoiceType choice -> choice(choice, in, depth);
          };
      boolean composite =
          value instanceof ListValue
              || value instanceof SequenceValue
              || value instanceof ChoiceValue;
      return in.failed() && !composite ? new Unread(before) : value;
    }

    private int enumerated(EnumeratedType type, BitInput in) {
      int root = type.items().size();
      if (type.extensible() && in.bit()) {
        return root + small(in);
      }
      int index = (int) constrained(0, root - 1L, in);
      if (index >= root) {
        in.fail("enumeration item " + index + " of " + root);
      }
      return index;
    }

    private Value bits(Size size, BitInput in) {
      int length = size.fixed() ? size.lower() : count(size, in);
      if (in.failed()) {
        return new Unread(in.rest());
      }
      if (length < 0) {
        in.fail("a bit string in fragments is longer than any this stack reads");
        return new Unread(in.rest());
      }
      unusual(size, length, in);
      if (length > 0 && !(size.fixed() && length <= 16)) {
        in.align();
      }
      int whole = length / 8;
      Octets octets = in.unaligned(whole);
      int over = length % 8;
      byte[] all = new byte[(length + 7) / 8];
      if (!in.failed()) {
        octets.copyTo(all, 0);
        if (over > 0) {
          all[whole] = (byte) (in.bits(over) << (8 - over));
        }
      }
      return in.failed()
          ? new Unread(in.rest())
          : new BitsValue(new BitString(Octets.of(all), length));
    }

    private Value text(TextType type, BitInput in) {
      Size size = type.size();
      int bits = type.alphabet().bits();
      int length = size.fixed() ? size.lower() : count(size, in);
      if (length < 0) {
        in.fail("a text in fragments is longer than any this stack reads");
      }
      unusual(size, length, in);
      boolean aligned =
          size.fixed()
              ? size.upper() * (long) bits > 16
              : !size.constrained() || size.upper() * (long) bits >= 16;
      if (aligned && length > 0) {
        in.align();
      }
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < length && !in.failed(); i++) {
        int code = (int) in.bits(bits);
        int character = type.alphabet().character(code);
        if (character < 0) {
          in.fail("character number " + code + " is not permitted in this " + type.name());
        }
        text.append((char) character);
      }
      return in.failed() ? new Unread(in.rest()) : new TextValue(text.toString());
    }

    private Value list(ListType type, BitInput in, int depth) {
      List<Value> elements = new ArrayList<>();
      Type element = type.element().get();
      Size size = type.size();
      int count;
      do {
        count = size.fixed() ? size.lower() : count(size, in);
        int here = count < 0 ? -count : count;
        for (int i = 0; i < here && !in.failed(); i++) {
          elements.add(value(element, in, depth + 1));
        }
      } while (count < 0 && !in.failed());
      unusual(size, elements.size(), in);
      return new ListValue(elements);
    }

    private Value sequence(SequenceType type, BitInput in, int depth) {
      boolean extended = type.extensible() && in.bit();
      List<Component> root = type.root();
      boolean[] present = new boolean[root.size()];
      for (int i = 0; i < present.length; i++) {
        present[i] = !root.get(i).optional() || in.bit();
      }
      SortedMap<Integer, Value> components = new TreeMap<>();
      for (int i = 0; i < present.length && !in.failed(); i++) {
        if (present[i]) {
          components.put(i, value(root.get(i).type().get(), in, depth + 1));
        }
      }
      SortedMap<Integer, Octets> unknown = new TreeMap<>();
      Optional<Integer> declared = Optional.empty();
      if (extended && !in.failed()) {
        declared = additions(type, in, depth, components, unknown);
      }
      return new SequenceValue(components, unknown, declared);
    }

    private Optional<Integer> additions(
        SequenceType type,
        BitInput in,
        int depth,
        SortedMap<Integer, Value> components,
        SortedMap<Integer, Octets> unknown) {
      int declared = smallLength(in);
      if (declared > limits.values()) {
        in.fail(declared + " additions declared");
      }
      if (in.failed()) {
        return Optional.empty();
      }
      boolean[] present = new boolean[declared];
      boolean any = false;
      for (int i = 0; i < declared; i++) {
        present[i] = in.bit();
        any |= present[i];
      }
      if (!any) {
        in.notCanonical("said to be extended without an addition");
      }
      for (int i = 0; i < declared && !in.failed(); i++) {
        if (present[i]) {
          addition(type, i, in, depth, components, unknown);
        }
      }
      return Optional.of(declared);
    }

    /** An addition stands as an open type, so what is wrong inside it ends with it. */
    private void addition(
        SequenceType type,
        int index,
        BitInput in,
        int depth,
        SortedMap<Integer, Value> components,
        SortedMap<Integer, Octets> unknown) {
      Octets content = general(in);
      if (in.failed()) {
        return;
      }
      if (index >= type.additions().size()) {
        unknown.put(index, content);
        return;
      }
      BitInput inside = in.part(content);
      Value value = value(type.additions().get(index).type().get(), inside, depth + 1);
      end(inside, content.length());
      if (inside.failed()) {
        unknown.put(index, content);
      } else {
        components.put(type.root().size() + index, value);
      }
    }

    private Value choice(ChoiceType type, BitInput in, int depth) {
      int root = type.root().size();
      if (!(type.extensible() && in.bit())) {
        int index = (int) constrained(0, root - 1L, in);
        if (index >= root) {
          in.fail("alternative " + index + " of " + root + " in " + type.name());
        }
        return in.failed()
            ? new Unread(in.rest())
            : new ChoiceValue(index, value(type.root().get(index).type().get(), in, depth + 1));
      }
      int index = small(in);
      Octets content = general(in);
      if (in.failed()) {
        return new Unread(in.rest());
      }
      if (index >= type.additions().size()) {
        return new UnknownChoice(root + index, content);
      }
      BitInput inside = in.part(content);
      Value value = value(type.additions().get(index).type().get(), inside, depth + 1);
      end(inside, content.length());
      return inside.failed()
          ? new UnknownChoice(root + index, content)
          : new ChoiceValue(root + index, value);
    }
  }

  /** X.691 13.2. */
  private static BigInteger integer(IntegerType type, BitInput in) {
    if (type.extensible() && in.bit()) {
      BigInteger value = unconstrained(in);
      if (value.bitLength() > 31) {
        in.fail("an extended INTEGER of " + value.bitLength() + " bits");
      } else if (type.allows(value)) {
        in.notCanonical("an INTEGER within its bounds in the extended form");
      }
      return value;
    }
    if (type.lower().isEmpty()) {
      return unconstrained(in);
    }
    BigInteger lower = type.lower().get();
    if (type.upper().isEmpty()) {
      Octets octets = general(in);
      if (octets.isEmpty()) {
        in.fail("an INTEGER of no octets");
        return BigInteger.ZERO;
      }
      return lower.add(unsigned(octets, in));
    }
    BigInteger range = type.upper().get().subtract(lower).add(BigInteger.ONE);
    BigInteger offset =
        range.bitLength() <= 17 && range.compareTo(BigInteger.valueOf(65_536)) <= 0
            ? BigInteger.valueOf(constrained(0, range.longValueExact() - 1, in))
            : large(range, in);
    if (offset.compareTo(range) >= 0) {
      in.fail("INTEGER " + lower.add(offset) + " over its bound of " + type.upper().get());
    }
    return lower.add(offset);
  }

  private static BigInteger unconstrained(BitInput in) {
    Octets octets = general(in);
    if (octets.isEmpty()) {
      in.fail("an INTEGER of no octets");
      return BigInteger.ZERO;
    }
    if (octets.length() > 1 && (octets.u16(0) >> 7 == 0 || octets.u16(0) >> 7 == 0x1ff)) {
      in.notCanonical("an INTEGER with more octets than it needs");
    }
    return new BigInteger(octets.toArray());
  }

  /** The indefinite length case (X.691 11.5.7.4): a length that is itself constrained. */
  private static BigInteger large(BigInteger range, BitInput in) {
    int most = (range.subtract(BigInteger.ONE).bitLength() + 7) / 8;
    int count = 1 + (int) constrained(0, most - 1L, in);
    if (count > most) {
      in.fail("an INTEGER of " + count + " octets where it has at most " + most);
    }
    in.align();
    return unsigned(in.octets(count), in);
  }

  private static BigInteger unsigned(Octets octets, BitInput in) {
    if (octets.length() > 1 && octets.u8(0) == 0) {
      in.notCanonical("an INTEGER with more octets than it needs");
    }
    BigInteger value = new BigInteger(1, octets.toArray());
    return octets.isEmpty() ? BigInteger.ZERO : value;
  }

  /** A constrained whole number with a range of up to 65,536 (X.691 11.5.7). */
  private static long constrained(long lower, long upper, BitInput in) {
    long range = upper - lower + 1;
    if (range <= 1) {
      return lower;
    }
    if (range <= 255) {
      return lower + in.bits(64 - Long.numberOfLeadingZeros(range - 1));
    }
    in.align();
    return lower + in.bits(range <= OCTET.longValue() ? 8 : 16);
  }

  /** A normally small non-negative whole number (X.691 11.6). */
  private static int small(BitInput in) {
    if (!in.bit()) {
      return (int) in.bits(6);
    }
    Octets octets = general(in);
    if (octets.length() > 2 || octets.isEmpty()) {
      in.fail("an index of " + octets.length() + " octets");
      return 0;
    }
    int value = unsigned(octets, in).intValue();
    if (value < 64) {
      in.notCanonical("a small number in the form of a large one");
    }
    return value;
  }

  /** A normally small length (X.691 11.9.3.4), at least 1. */
  private static int smallLength(BitInput in) {
    if (!in.bit()) {
      return (int) in.bits(6) + 1;
    }
    int length = general(Size.ANY, in);
    if (length < 1) {
      in.fail(length < 0 ? "a list of additions in fragments" : "a list of no additions");
    } else if (length <= 64) {
      in.notCanonical("a small length in the form of a large one");
    }
    return Math.max(length, 0);
  }

  /**
   * A length determinant (X.691 11.9): the number of units that follow, negative where they are a
   * fragment and another length comes after it.
   */
  private static int count(Size size, BitInput in) {
    return size.constrained()
        ? checked(size, (int) constrained(size.lower(), size.upper(), in), in)
        : general(size, in);
  }

  private static int checked(Size size, int count, BitInput in) {
    if (!in.failed() && !size.allows(count)) {
      in.fail("length " + count + " where " + size + " is allowed");
    }
    return count;
  }

  /** Where a general length can say more or less than is allowed, what it counts is kept. */
  private static void unusual(Size size, int count, BitInput in) {
    if (!size.allows(count)) {
      in.notCanonical("length " + count + " where " + size + " is allowed");
    }
  }

  private static int general(Size size, BitInput in) {
    in.align();
    int first = (int) in.bits(8);
    if (first < 0x80) {
      return first;
    }
    if (first < 0xc0) {
      int length = ((first & 0x3f) << 8) | (int) in.bits(8);
      if (length < 0x80) {
        in.notCanonical("length " + length + " in two octets");
      }
      return length;
    }
    int sixteenThousands = first & 0x3f;
    if (sixteenThousands < 1 || sixteenThousands > 4) {
      in.fail("a fragment of " + sixteenThousands + " times 16,384 (" + size + ")");
      return 0;
    }
    return -(sixteenThousands << 14);
  }

  /** Octets behind general lengths, put together where they come in fragments. */
  private static Octets general(BitInput in) {
    int count = general(Size.ANY, in);
    if (count >= 0) {
      return in.octets(count);
    }
    List<Octets> fragments = new ArrayList<>();
    int total = 0;
    while (!in.failed()) {
      Octets fragment = in.octets(Math.abs(count));
      fragments.add(fragment);
      total += fragment.length();
      if (count >= 0) {
        break;
      }
      count = general(Size.ANY, in);
    }
    byte[] all = new byte[total];
    int at = 0;
    for (Octets fragment : fragments) {
      fragment.copyTo(all, at);
      at += fragment.length();
    }
    return Octets.of(all);
  }

  private static Octets octets(Size size, BitInput in) {
    if (size.fixed()) {
      if (size.lower() <= 2) {
        return in.unaligned(size.lower());
      }
      in.align();
      return in.octets(size.lower());
    }
    if (!size.constrained()) {
      Octets octets = general(in);
      unusual(size, octets.length(), in);
      return octets;
    }
    int length = count(size, in);
    if (length > 0) {
      in.align();
    }
    return in.octets(Math.max(length, 0));
  }
}
