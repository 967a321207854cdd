package parley.h323.per;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What may stand in a message: one node of a schema. Constraints are those visible to PER. */
public sealed interface Type {
  /** What the notation calls it. */
  String name();

  record BooleanType() implements Type {
    @Override
    public String name() {
      return "BOOLEAN";
    }
  }

  record NullType() implements Type {
    @Override
    public String name() {
      return "NULL";
    }
  }

  /**
   * A whole number; an empty bound is no bound.
   *
   * @param extensible may a value outside the bounds follow an extension bit?
   */
  record IntegerType(Optional<BigInteger> lower, Optional<BigInteger> upper, boolean extensible)
      implements Type {
    @Override
    public String name() {
      return "INTEGER";
    }

    public boolean allows(BigInteger value) {
      return lower.filter(bound -> value.compareTo(bound) < 0).isEmpty()
          && upper.filter(bound -> value.compareTo(bound) > 0).isEmpty();
    }
  }

  /** Items in the order of their values, which is the order of their indices. */
  record EnumeratedType(List<String> items, boolean extensible) implements Type {
    public EnumeratedType {
      items = List.copyOf(items);
    }

    @Override
    public String name() {
      return "ENUMERATED";
    }
  }

  record ObjectIdentifierType() implements Type {
    @Override
    public String name() {
      return "OBJECT IDENTIFIER";
    }
  }

  /**
   * @param containing what the octets are an encoding of, where the schema says so; the codec keeps
   *     them as octets, a reader may go on
   */
  record OctetStringType(Size size, Optional<Supplier<Type>> containing) implements Type {
    @Override
    public String name() {
      return "OCTET STRING";
    }
  }

  record BitStringType(Size size) implements Type {
    @Override
    public String name() {
      return "BIT STRING";
    }
  }

  /** A character string of a known multiplier. */
  record TextType(Alphabet alphabet, Size size) implements Type {
    @Override
    public String name() {
      return alphabet.name();
    }
  }

  /** A complete encoding of something the schema does not say (X.691 11.2). */
  record OpenType() implements Type {
    @Override
    public String name() {
      return "OPEN TYPE";
    }
  }

  /** SEQUENCE OF and SET OF, which basic PER encodes alike. */
  record ListType(Supplier<Type> element, Size size) implements Type {
    @Override
    public String name() {
      return "SEQUENCE OF";
    }
  }

  /**
   * @param name the ASN.1 name; an anonymous one is called by its place, {@code Outer.component}
   * @param root components before the extension marker, or all where there is none
   * @param additions components after it, in order
   */
  record SequenceType(
      String name, List<Component> root, boolean extensible, List<Component> additions)
      implements Type {
    public SequenceType {
      root = List.copyOf(root);
      additions = List.copyOf(additions);
    }

    /** A component by its index: those of the root first, then the additions. */
    public Component component(int index) {
      return index < root.size() ? root.get(index) : additions.get(index - root.size());
    }

    public int size() {
      return root.size() + additions.size();
    }

    // Types refer to themselves in circles: a type is the same only if it is this one.
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Alternatives are numbered through: those of the root first, then the additions. */
  record ChoiceType(
      String name, List<Component> root, boolean extensible, List<Component> additions)
      implements Type {
    public ChoiceType {
      root = List.copyOf(root);
      additions = List.copyOf(additions);
    }

    public Component alternative(int index) {
      return index < root.size() ? root.get(index) : additions.get(index - root.size());
    }

    public int size() {
      return root.size() + additions.size();
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A component of a sequence or an alternative of a choice.
   *
   * @param type found when first asked for, since types refer to each other in circles
   */
  record Component(String name, Supplier<Type> type, boolean optional) {}
}
