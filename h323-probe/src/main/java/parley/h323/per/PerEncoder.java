package parley.h323.per;

import java.math.BigInteger;
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
 * Writes basic aligned PER, in the one form the rules prescribe. A value that this form cannot hold
 * is a programming error and throws {@link IllegalArgumentException}. A length outside its
 * constraint that a general length can say is written, so that what a sender did wrong can be given
 * again as it was.
 */
public final class PerEncoder {
  private static final int FRAGMENT = 16_384;

  private PerEncoder() {}

  public static Octets encode(Type type, Value value) {
    BitOutput out = new BitOutput();
    value(type, value, out);
    return out.complete();
  }

  private static void value(Type type, Value value, BitOutput out) {
    switch (type) {
      case BooleanType any when value instanceof BooleanValue(boolean truth) -> out.bit(truth);
      case NullType any when value instanceof NullValue -> {}
      case IntegerType integer when value instanceof IntegerValue(BigInteger number) ->
          integer(integer, number, out);
      case EnumeratedType enumerated when value instanceof EnumeratedValue(int index) ->
          enumerated(enumerated, index, out);
      case ObjectIdentifierType any
          when value instanceof ObjectIdentifierValue(ObjectIdentifier identifier) ->
          general(identifier.content(), out);
      case OctetStringType string when value instanceof OctetsValue(Octets octets) ->
          octets(string.size(), octets, out);
      case BitStringType string when value instanceof BitsValue(BitString bits) ->
          bits(string.size(), bits, out);
      case TextType text when value instanceof TextValue(String characters) ->
          text(text, characters, out);
      case OpenType any when value instanceof OctetsValue(Octets octets) -> general(octets, out);
      case ListType list when value instanceof ListValue(List<Value> elements) ->
          list(list, elements, out);
      case SequenceType sequence when value instanceof SequenceValue present ->
          sequence(sequence, present, out);
      case ChoiceType choice when value instanceof ChoiceValue(int index, Value chosen) ->
          choice(choice, index, chosen, out);
      case ChoiceType choice when value instanceof UnknownChoice(int index, Octets octets) -> {
        require(
            choice.extensible() && index >= choice.root().size(),
            choice.name() + " has no alternative " + index);
        out.bit(true);
        small(index - choice.root().size(), out);
        general(octets, out);
      }
      default ->
          throw new IllegalArgumentException(
              value instanceof Unread
                  ? "what could not be read cannot be written"
                  : value + " is no " + type.name());
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static void integer(IntegerType type, BigInteger number, BitOutput out) {
    if (type.extensible()) {
      out.bit(!type.allows(number));
      if (!type.allows(number)) {
        general(Octets.of(number.toByteArray()), out);
        return;
      }
    }
    require(
        type.allows(number),
        number + " is not in " + type.lower().orElse(null) + ".." + type.upper().orElse(null));
    if (type.lower().isEmpty()) {
      general(Octets.of(number.toByteArray()), out);
      return;
    }
    BigInteger offset = number.subtract(type.lower().get());
    if (type.upper().isEmpty()) {
      general(unsigned(offset), out);
      return;
    }
    BigInteger most = type.upper().get().subtract(type.lower().get());
    if (most.bitLength() <= 16) {
      constrained(0, most.longValueExact(), offset.longValueExact(), out);
      return;
    }
    Octets octets = unsigned(offset);
    constrained(1, (most.bitLength() + 7) / 8, octets.length(), out);
    out.align();
    out.octets(octets);
  }

  /** The fewest octets that hold it, at least one. */
  private static Octets unsigned(BigInteger number) {
    Octets signed = Octets.of(number.toByteArray());
    return signed.length() > 1 && signed.u8(0) == 0 ? signed.from(1) : signed;
  }

  private static void constrained(long lower, long upper, long number, BitOutput out) {
    require(number >= lower && number <= upper, number + " is not in " + lower + ".." + upper);
    long range = upper - lower + 1;
    if (range <= 1) {
      return;
    }
    if (range <= 255) {
      out.bits(number - lower, 64 - Long.numberOfLeadingZeros(range - 1));
      return;
    }
    out.align();
    out.bits(number - lower, range <= 256 ? 8 : 16);
  }

  private static void small(int number, BitOutput out) {
    out.bit(number > 63);
    if (number > 63) {
      general(unsigned(BigInteger.valueOf(number)), out);
    } else {
      out.bits(number, 6);
    }
  }

  private static void enumerated(EnumeratedType type, int index, BitOutput out) {
    int root = type.items().size();
    if (type.extensible()) {
      out.bit(index >= root);
    }
    if (index < root) {
      constrained(0, root - 1L, index, out);
    } else {
      require(type.extensible(), "no item " + index);
      small(index - root, out);
    }
  }

  private static void length(Size size, int count, BitOutput out) {
    if (size.constrained()) {
      require(size.allows(count), "length " + count + " where " + size + " is allowed");
      constrained(size.lower(), size.upper(), count, out);
      return;
    }
    out.align();
    if (count < 0x80) {
      out.bits(count, 8);
    } else {
      require(count < FRAGMENT, count + " units need fragments");
      out.bits(0x8000 | count, 16);
    }
  }

  /** Octets behind a general length, in fragments where they are many (X.691 11.9.3.8). */
  private static void general(Octets octets, BitOutput out) {
    int at = 0;
    while (octets.length() - at >= FRAGMENT) {
      int blocks = Math.min(4, (octets.length() - at) / FRAGMENT);
      out.align();
      out.bits(0xc0 | blocks, 8);
      out.octets(octets.slice(at, blocks * FRAGMENT));
      at += blocks * FRAGMENT;
    }
    Octets last = octets.from(at);
    length(Size.ANY, last.length(), out);
    out.octets(last);
  }

  private static void octets(Size size, Octets octets, BitOutput out) {
    if (size.fixed()) {
      require(
          size.allows(octets.length()), octets.length() + " octets where " + size + " are allowed");
      if (size.lower() > 2) {
        out.align();
      }
      out.octets(octets);
    } else if (!size.constrained()) {
      general(octets, out);
    } else {
      length(size, octets.length(), out);
      if (!octets.isEmpty()) {
        out.align();
      }
      out.octets(octets);
    }
  }

  private static void bits(Size size, BitString bits, BitOutput out) {
    if (size.fixed()) {
      require(size.allows(bits.length()), bits.length() + " bits where " + size + " are allowed");
    } else {
      length(size, bits.length(), out);
    }
    if (bits.length() > 0 && !(size.fixed() && bits.length() <= 16)) {
      out.align();
    }
    int whole = bits.length() / 8;
    out.octets(bits.octets().slice(0, whole));
    int over = bits.length() % 8;
    if (over > 0) {
      out.bits(bits.octets().u8(whole) >> (8 - over), over);
    }
  }

  private static void text(TextType type, String text, BitOutput out) {
    Size size = type.size();
    require(
        type.alphabet().permits(text), "'" + text + "' has characters " + type.name() + " lacks");
    if (size.fixed()) {
      require(size.allows(text.length()), "'" + text + "' is not " + size + " long");
    } else {
      length(size, text.length(), out);
    }
    int bits = type.alphabet().bits();
    boolean aligned =
        size.fixed()
            ? size.upper() * (long) bits > 16
            : !size.constrained() || size.upper() * (long) bits >= 16;
    if (aligned && !text.isEmpty()) {
      out.align();
    }
    text.chars().forEach(each -> out.bits(type.alphabet().code((char) each), bits));
  }

  private static void list(ListType type, List<Value> elements, BitOutput out) {
    Type element = type.element().get();
    int at = 0;
    if (!type.size().constrained()) {
      while (elements.size() - at >= FRAGMENT) {
        int blocks = Math.min(4, (elements.size() - at) / FRAGMENT);
        out.align();
        out.bits(0xc0 | blocks, 8);
        for (Value each : elements.subList(at, at + blocks * FRAGMENT)) {
          value(element, each, out);
        }
        at += blocks * FRAGMENT;
      }
    }
    Size size = at == 0 ? type.size() : Size.ANY;
    if (size.fixed()) {
      require(size.allows(elements.size()), elements.size() + " elements, not " + size);
    } else {
      length(size, elements.size() - at, out);
    }
    for (Value each : elements.subList(at, elements.size())) {
      value(element, each, out);
    }
  }

  private static void sequence(SequenceType type, SequenceValue value, BitOutput out) {
    int root = type.root().size();
    SortedMap<Integer, Octets> additions = additions(type, value);
    if (type.extensible()) {
      out.bit(!additions.isEmpty() || value.declared().isPresent());
    } else {
      require(additions.isEmpty(), type.name() + " is not extensible");
    }
    for (int i = 0; i < root; i++) {
      Component component = type.root().get(i);
      boolean present = value.component(i).isPresent();
      if (component.optional()) {
        out.bit(present);
      } else {
        require(present, type.name() + " lacks " + component.name());
      }
    }
    for (int i = 0; i < root; i++) {
      Optional<Value> component = value.component(i);
      if (component.isPresent()) {
        value(type.root().get(i).type().get(), component.get(), out);
      }
    }
    if (additions.isEmpty() && value.declared().isEmpty()) {
      return;
    }
    int declared = value.declared().orElse(type.additions().size());
    if (!additions.isEmpty()) {
      declared = Math.max(declared, additions.lastKey() + 1);
    }
    out.bit(declared > 64);
    if (declared > 64) {
      length(Size.ANY, declared, out);
    } else {
      out.bits(declared - 1L, 6);
    }
    for (int i = 0; i < declared; i++) {
      out.bit(additions.containsKey(i));
    }
    additions.values().forEach(each -> general(each, out));
  }

  private static SortedMap<Integer, Octets> additions(SequenceType type, SequenceValue value) {
    SortedMap<Integer, Octets> additions = new TreeMap<>(value.unknown());
    int root = type.root().size();
    value
        .components()
        .tailMap(root)
        .forEach(
            (index, component) ->
                additions.put(index - root, encode(type.component(index).type().get(), component)));
    return additions;
  }

  private static void choice(ChoiceType type, int index, Value chosen, BitOutput out) {
    int root = type.root().size();
    if (type.extensible()) {
      out.bit(index >= root);
    }
    if (index < root) {
      constrained(0, root - 1L, index, out);
      value(type.root().get(index).type().get(), chosen, out);
    } else {
      small(index - root, out);
      general(encode(type.alternative(index).type().get(), chosen), out);
    }
  }
}
