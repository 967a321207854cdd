package parley.h323.per;

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
            case IntegerType integer -> new IntegerValue(Numbers.integer(integer, in));
            case EnumeratedType enumerated -> new EnumeratedValue(enumerated(enumerated, in));
            case ObjectIdentifierType any ->
                new ObjectIdentifierValue(new ObjectIdentifier(Lengths.general(in)));
            case OctetStringType string -> new OctetsValue(Lengths.octets(string.size(), in));
            case BitStringType string -> bits(string.size(), in);
            case TextType text -> text(text, in);
            case OpenType any -> new OctetsValue(Lengths.general(in));
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
        return root + Numbers.small(in);
      }
      int index = (int) Numbers.constrained(0, root - 1L, in);
      if (index >= root) {
        in.fail("enumeration item " + index + " of " + root);
      }
      return index;
    }

    private Value bits(Size size, BitInput in) {
      int length = size.fixed() ? size.lower() : Lengths.count(size, in);
      if (in.failed()) {
        return new Unread(in.rest());
      }
      if (length < 0) {
        in.fail("a bit string in fragments is longer than any this stack reads");
        return new Unread(in.rest());
      }
      Lengths.unusual(size, length, in);
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
      int length = size.fixed() ? size.lower() : Lengths.count(size, in);
      if (length < 0) {
        in.fail("a text in fragments is longer than any this stack reads");
      }
      Lengths.unusual(size, length, in);
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
        count = size.fixed() ? size.lower() : Lengths.count(size, in);
        int here = count < 0 ? -count : count;
        for (int i = 0; i < here && !in.failed(); i++) {
          elements.add(value(element, in, depth + 1));
        }
      } while (count < 0 && !in.failed());
      Lengths.unusual(size, elements.size(), in);
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
      int declared = Lengths.smallLength(in);
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
      Octets content = Lengths.general(in);
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
        int index = (int) Numbers.constrained(0, root - 1L, in);
        if (index >= root) {
          in.fail("alternative " + index + " of " + root + " in " + type.name());
        }
        return in.failed()
            ? new Unread(in.rest())
            : new ChoiceValue(index, value(type.root().get(index).type().get(), in, depth + 1));
      }
      int index = Numbers.small(in);
      Octets content = Lengths.general(in);
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
}
