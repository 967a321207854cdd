package parley.h323.per;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import parley.core.wire.Octets;
import parley.h323.per.Value.BitsValue;
import parley.h323.per.Value.BooleanValue;
import parley.h323.per.Value.EnumeratedValue;
import parley.h323.per.Value.IntegerValue;
import parley.h323.per.Value.ListValue;
import parley.h323.per.Value.NullValue;
import parley.h323.per.Value.ObjectIdentifierValue;
import parley.h323.per.Value.OctetsValue;
import parley.h323.per.Value.SequenceValue;
import parley.h323.per.Value.TextValue;

/**
 * Between the values of a message and the records made from the schema. Those that read throw
 * {@link IllegalArgumentException} on a value of another type, which a complete decoding never
 * gives.
 */
public final class Values {
  private Values() {}

  public static IllegalArgumentException unexpected(Value value, String expected) {
    return new IllegalArgumentException(value + " is no " + expected);
  }

  private static <V extends Value> V as(Class<V> kind, Value value, String expected) {
    if (kind.isInstance(value)) {
      return kind.cast(value);
    }
    throw unexpected(value, expected);
  }

  public static SequenceValue sequence(Value value, String name) {
    return as(SequenceValue.class, value, name);
  }

  public static Value required(SequenceValue sequence, int index, String name) {
    return sequence
        .component(index)
        .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  public static boolean truth(Value value) {
    return as(BooleanValue.class, value, "BOOLEAN").value();
  }

  public static NullValue nothing(Value value) {
    return as(NullValue.class, value, "NULL");
  }

  public static BigInteger big(Value value) {
    return as(IntegerValue.class, value, "INTEGER").value();
  }

  public static long number(Value value) {
    return big(value).longValueExact();
  }

  public static int small(Value value) {
    return big(value).intValueExact();
  }

  public static int index(Value value) {
    return as(EnumeratedValue.class, value, "ENUMERATED").index();
  }

  public static String text(Value value) {
    return as(TextValue.class, value, "text").text();
  }

  public static Octets octets(Value value) {
    return as(OctetsValue.class, value, "OCTET STRING").octets();
  }

  public static BitString bits(Value value) {
    return as(BitsValue.class, value, "BIT STRING").bits();
  }

  public static ObjectIdentifier identifier(Value value) {
    return as(ObjectIdentifierValue.class, value, "OBJECT IDENTIFIER").value();
  }

  public static <T> List<T> list(Value value, Function<Value, T> each) {
    return as(ListValue.class, value, "list").elements().stream().map(each).toList();
  }

  public static Value of(boolean truth) {
    return new BooleanValue(truth);
  }

  public static Value of(NullValue nothing) {
    return nothing;
  }

  public static Value of(int number) {
    return IntegerValue.of(number);
  }

  public static Value of(long number) {
    return IntegerValue.of(number);
  }

  public static Value of(BigInteger number) {
    return new IntegerValue(number);
  }

  public static Value ofIndex(int index) {
    return new EnumeratedValue(index);
  }

  public static Value of(String text) {
    return new TextValue(text);
  }

  public static Value of(Octets octets) {
    return new OctetsValue(octets);
  }

  public static Value of(BitString bits) {
    return new BitsValue(bits);
  }

  public static Value of(ObjectIdentifier identifier) {
    return new ObjectIdentifierValue(identifier);
  }

  public static <T> Value of(List<T> list, Function<T, Value> each) {
    return new ListValue(list.stream().map(each).toList());
  }

  /** Puts a sequence together. */
  public static final class Components {
    private final SortedMap<Integer, Value> components = new TreeMap<>();

    public Components put(int index, Value value) {
      components.put(index, value);
      return this;
    }

    public <T> Components put(int index, Optional<T> value, Function<T, Value> write) {
      value.ifPresent(present -> components.put(index, write.apply(present)));
      return this;
    }

    /** A component of type NULL, whose presence is all it says. */
    public Components flag(int index, boolean present) {
      if (present) {
        components.put(index, NullValue.NULL);
      }
      return this;
    }

    public Value with(Additions additions) {
      return new SequenceValue(components, additions.unknown(), additions.declared());
    }
  }
}
