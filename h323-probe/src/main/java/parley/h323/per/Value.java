package parley.h323.per;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import parley.core.wire.Octets;

/**
 * What stands in a message, as it stood there: enough to give the same octets again. Where a
 * message is malformed the values before the fault are there and those after it are not.
 */
public sealed interface Value {
  record BooleanValue(boolean value) implements Value {}

  record NullValue() implements Value {
    public static final NullValue NULL = new NullValue();
  }

  record IntegerValue(BigInteger value) implements Value {
    public static IntegerValue of(long value) {
      return new IntegerValue(BigInteger.valueOf(value));
    }
  }

  /** {@code index} counts through root and additions; one the schema does not know is kept. */
  record EnumeratedValue(int index) implements Value {}

  record ObjectIdentifierValue(ObjectIdentifier value) implements Value {}

  record OctetsValue(Octets octets) implements Value {}

  record BitsValue(BitString bits) implements Value {}

  record TextValue(String text) implements Value {}

  record ListValue(List<Value> elements) implements Value {
    public ListValue {
      elements = List.copyOf(elements);
    }
  }

  /**
   * @param components by index in the schema, only those present
   * @param unknown additions that the schema does not know or that do not follow it, by index among
   *     the additions
   * @param declared how many additions the sender's own schema has; empty where it sent none
   */
  record SequenceValue(
      SortedMap<Integer, Value> components,
      SortedMap<Integer, Octets> unknown,
      Optional<Integer> declared)
      implements Value {
    public SequenceValue {
      components = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(components));
      unknown = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(unknown));
    }

    public Optional<Value> component(int index) {
      return Optional.ofNullable(components.get(index));
    }
  }

  /** One of the alternatives the schema knows. */
  record ChoiceValue(int index, Value value) implements Value {}

  /** An alternative of a later version; {@code index} counts through root and additions. */
  record UnknownChoice(int index, Octets octets) implements Value {}

  /** The place where reading stopped: what was left from there. */
  record Unread(Octets rest) implements Value {}
}
