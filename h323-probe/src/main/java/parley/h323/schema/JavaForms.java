package parley.h323.schema;

import java.math.BigInteger;
import parley.h323.per.Type;
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

/** How a value of each type of the schema is declared, read and written in Java. */
final class JavaForms {
  private static final BigInteger MOST_INT = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final String PER = "parley.h323.per.";
  private static final String VALUES = PER + "Values.";
  private static final String OCTETS = "parley.core.wire.Octets";

  private final JavaNames names;

  JavaForms(JavaNames names) {
    this.names = names;
  }

  static boolean optional(SequenceType type, int index) {
    return type.component(index).optional() || index >= type.root().size();
  }

  String component(SequenceType type, int index) {
    Type component = type.component(index).type().get();
    if (!optional(type, index)) {
      return type(component, false);
    }
    return component instanceof NullType
        ? "boolean"
        : "java.util.Optional<" + type(component, true) + ">";
  }

  String reading(SequenceType type, int index) {
    Component component = type.component(index);
    Type of = component.type().get();
    if (!optional(type, index)) {
      return reading(of, VALUES + "required(in, " + index + ", \"" + component.name() + "\")");
    }
    return of instanceof NullType
        ? "in.component(" + index + ").isPresent()"
        : "in.component(" + index + ").map(it -> " + reading(of, "it") + ")";
  }

  String writing(SequenceType type, int index) {
    Component component = type.component(index);
    Type of = component.type().get();
    String field = JavaNames.field(component.name());
    if (!optional(type, index)) {
      return ".put(" + index + ", " + writing(of, field) + ")";
    }
    return of instanceof NullType
        ? ".flag(" + index + ", " + field + ")"
        : ".put(" + index + ", " + field + ", it -> " + writing(of, "it") + ")";
  }

  String type(Type type, boolean boxed) {
    return switch (type) {
      case BooleanType any -> boxed ? "java.lang.Boolean" : "boolean";
      case NullType any -> PER + "Value.NullValue";
      case IntegerType integer ->
          switch (width(integer)) {
            case 32 -> boxed ? "java.lang.Integer" : "int";
            case 64 -> boxed ? "java.lang.Long" : "long";
            default -> "java.math.BigInteger";
          };
      case EnumeratedType any -> boxed ? "java.lang.Integer" : "int";
      case ObjectIdentifierType any -> PER + "ObjectIdentifier";
      case OctetStringType any -> OCTETS;
      case BitStringType any -> PER + "BitString";
      case TextType any -> "java.lang.String";
      case OpenType any -> OCTETS;
      case ListType list -> "java.util.List<" + type(list.element().get(), true) + ">";
      case SequenceType any -> names.of(type);
      case ChoiceType any -> names.of(type);
    };
  }

  private static int width(IntegerType type) {
    if (type.lower().isEmpty() || type.upper().isEmpty()) {
      return 0;
    }
    return type.upper().get().compareTo(MOST_INT) <= 0 ? 32 : 64;
  }

  String reading(Type type, String value) {
    return switch (type) {
      case BooleanType any -> VALUES + "truth(" + value + ")";
      case NullType any -> VALUES + "nothing(" + value + ")";
      case IntegerType integer ->
          VALUES
              + switch (width(integer)) {
                case 32 -> "small(";
                case 64 -> "number(";
                default -> "big(";
              }
              + value
              + ")";
      case EnumeratedType any -> VALUES + "index(" + value + ")";
      case ObjectIdentifierType any -> VALUES + "identifier(" + value + ")";
      case OctetStringType any -> VALUES + "octets(" + value + ")";
      case BitStringType any -> VALUES + "bits(" + value + ")";
      case TextType any -> VALUES + "text(" + value + ")";
      case OpenType any -> VALUES + "octets(" + value + ")";
      case ListType list ->
          VALUES
              + "list("
              + value
              + ", each"
              + depthOf(list)
              + " -> "
              + reading(list.element().get(), "each" + depthOf(list))
              + ")";
      case SequenceType any -> names.of(type) + ".of(" + value + ")";
      case ChoiceType any -> names.of(type) + ".of(" + value + ")";
    };
  }

  String writing(Type type, String value) {
    return switch (type) {
      case EnumeratedType any -> VALUES + "ofIndex(" + value + ")";
      case ListType list ->
          VALUES
              + "of("
              + value
              + ", each"
              + depthOf(list)
              + " -> "
              + writing(list.element().get(), "each" + depthOf(list))
              + ")";
      case SequenceType any -> value + ".toValue()";
      case ChoiceType any -> value + ".toValue()";
      default -> VALUES + "of(" + value + ")";
    };
  }

  /** Lists in lists need names of their own. */
  private static int depthOf(ListType list) {
    return list.element().get() instanceof ListType inner ? 1 + depthOf(inner) : 0;
  }
}
