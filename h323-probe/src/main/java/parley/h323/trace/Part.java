package parley.h323.trace;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.core.wire.Octets;
import parley.h323.per.Type;
import parley.h323.per.Type.ChoiceType;
import parley.h323.per.Type.Component;
import parley.h323.per.Type.EnumeratedType;
import parley.h323.per.Type.ListType;
import parley.h323.per.Type.SequenceType;
import parley.h323.per.Value;
import parley.h323.per.Value.ChoiceValue;
import parley.h323.per.Value.EnumeratedValue;
import parley.h323.per.Value.IntegerValue;
import parley.h323.per.Value.ListValue;
import parley.h323.per.Value.ObjectIdentifierValue;
import parley.h323.per.Value.OctetsValue;
import parley.h323.per.Value.SequenceValue;
import parley.h323.per.Value.TextValue;

/**
 * A value of a message that perhaps could not all be read, and its type: asked for a part by its
 * ASN.1 name it gives it or nothing. Whoever has a whole message uses the records instead.
 */
public record Part(Type type, Value value) {
  /** A component of a sequence, or the alternative of a choice where it is the one chosen. */
  public Optional<Part> part(String name) {
    return switch (value) {
      case SequenceValue sequence when type instanceof SequenceType known ->
          component(known, sequence, name);
      case ChoiceValue any when alternative().filter(name::equals).isPresent() -> chosen();
      default -> Optional.empty();
    };
  }

  private static Optional<Part> component(SequenceType type, SequenceValue value, String name) {
    for (int i = 0; i < type.size(); i++) {
      Component component = type.component(i);
      if (component.name().equals(name)) {
        return value.component(i).map(found -> new Part(component.type().get(), found));
      }
    }
    return Optional.empty();
  }

  /** Further down, name by name. */
  public Optional<Part> at(String... names) {
    Optional<Part> found = Optional.of(this);
    for (String name : names) {
      found = found.flatMap(part -> part.part(name));
    }
    return found;
  }

  /** Name of the alternative of a choice, where the schema has one. */
  public Optional<String> alternative() {
    return value instanceof ChoiceValue(int index, Value any) && type instanceof ChoiceType choice
        ? Optional.of(choice.alternative(index).name())
        : Optional.empty();
  }

  /** What stands in the alternative of a choice. */
  public Optional<Part> chosen() {
    return value instanceof ChoiceValue(int index, Value chosen)
            && type instanceof ChoiceType choice
        ? Optional.of(new Part(choice.alternative(index).type().get(), chosen))
        : Optional.empty();
  }

  /** The elements of a list; of anything else none. */
  public List<Part> elements() {
    List<Part> elements = new ArrayList<>();
    if (value instanceof ListValue(List<Value> values) && type instanceof ListType list) {
      values.forEach(each -> elements.add(new Part(list.element().get(), each)));
    }
    return elements;
  }

  public Optional<Octets> octets() {
    return value instanceof OctetsValue(Octets octets) ? Optional.of(octets) : Optional.empty();
  }

  /** A whole number that fits. */
  public OptionalLong number() {
    return value instanceof IntegerValue(BigInteger number) && number.bitLength() < Long.SIZE
        ? OptionalLong.of(number.longValueExact())
        : OptionalLong.empty();
  }

  /** A number, text, object identifier or enumeration item as it is written. */
  public Optional<String> text() {
    return switch (value) {
      case IntegerValue(BigInteger number) -> Optional.of(number.toString());
      case TextValue(String text) -> Optional.of(text);
      case ObjectIdentifierValue(var identifier) -> Optional.of(identifier.toString());
      case EnumeratedValue(int index)
          when type instanceof EnumeratedType known && index < known.items().size() ->
          Optional.of(known.items().get(index));
      default -> Optional.empty();
    };
  }
}
