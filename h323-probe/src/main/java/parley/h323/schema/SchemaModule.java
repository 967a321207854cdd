package parley.h323.schema;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import parley.h323.per.Alphabet;
import parley.h323.per.Size;
import parley.h323.per.Type;
import parley.h323.per.Type.Component;

/** One module of the schema: named types in the order they are declared. */
final class SchemaModule {
  private final String name;
  private final List<String> imports = new ArrayList<>();
  private final Map<String, Supplier<Type>> types = new LinkedHashMap<>();
  private final Schema schema;
  private final Notation in;

  SchemaModule(Schema schema, String text) {
    this.schema = schema;
    in = new Notation("schema", text);
    in.expect("MODULE");
    name = in.take();
    if (in.accept("IMPORTS")) {
      do {
        imports.add(in.take());
      } while (in.accept(","));
    }
    while (!in.atEnd()) {
      String type = in.take();
      in.expect("::=");
      if (types.put(type, read(type)) != null) {
        throw new IllegalStateException(type + " is declared twice in " + name);
      }
    }
  }

  String name() {
    return name;
  }

  List<String> imports() {
    return imports;
  }

  Map<String, Supplier<Type>> types() {
    return types;
  }

  Type type(String type) {
    return Optional.ofNullable(types.get(type))
        .orElseThrow(() -> new IllegalArgumentException("no type " + type + " in " + name))
        .get();
  }

  private Supplier<Type> read(String place) {
    String word = in.take();
    return switch (word) {
      case "BOOLEAN" -> Type.BooleanType::new;
      case "NULL" -> Type.NullType::new;
      case "INTEGER" -> fixed(integer());
      case "ENUMERATED" -> fixed(enumerated());
      case "OBJECT" -> {
        in.expect("IDENTIFIER");
        yield Type.ObjectIdentifierType::new;
      }
      case "OPEN" -> {
        in.expect("TYPE");
        yield Type.OpenType::new;
      }
      case "OCTET" -> {
        in.expect("STRING");
        Size size = size();
        yield fixed(new Type.OctetStringType(size, containing()));
      }
      case "BIT" -> {
        in.expect("STRING");
        yield fixed(new Type.BitStringType(size()));
      }
      case "IA5String" -> fixed(text(Alphabet.IA5));
      case "NumericString" -> fixed(text(Alphabet.NUMERIC));
      case "PrintableString" -> fixed(text(Alphabet.PRINTABLE));
      case "BMPString" -> fixed(text(Alphabet.BMP));
      // A size constraint of a string without known multiplier is not visible to PER.
      case "GeneralString" -> fixed(new Type.TextType(Alphabet.GENERAL, Size.ANY));
      case "SEQUENCE", "SET" -> in.peek().equals("{") ? fixed(sequence(place)) : list(place);
      case "CHOICE" -> fixed(choice(place));
      default -> reference(word);
    };
  }

  private static Supplier<Type> fixed(Type type) {
    return () -> type;
  }

  /** A name of this module or of one it imports; {@code module.name} where both have it. */
  private Supplier<Type> reference(String name) {
    if (in.peek().equals("(") && in.peek(1).equals("SIZE")) {
      Size size = size();
      return () ->
          schema.resolve(this, name) instanceof Type.TextType text
              ? new Type.TextType(text.alphabet(), size)
              : wrongly(name);
    }
    return new Supplier<>() {
      private Optional<Type> found = Optional.empty();

      @Override
      public Type get() {
        if (found.isEmpty()) {
          found = Optional.of(schema.resolve(SchemaModule.this, name));
        }
        return found.get();
      }
    };
  }

  private static Type wrongly(String name) {
    throw new IllegalStateException("a size for " + name + ", which is no text");
  }

  private Type integer() {
    if (!in.accept("(")) {
      return new Type.IntegerType(Optional.empty(), Optional.empty(), false);
    }
    Optional<BigInteger> lower = bound();
    in.expect("..");
    Optional<BigInteger> upper = bound();
    boolean extensible = in.accept(",", "...");
    in.expect(")");
    return new Type.IntegerType(lower, upper, extensible);
  }

  private Optional<BigInteger> bound() {
    String word = in.take();
    return word.equals("MAX") || word.equals("MIN")
        ? Optional.empty()
        : Optional.of(new BigInteger(word));
  }

  private Type enumerated() {
    in.expect("{");
    List<String> items = new ArrayList<>();
    boolean extensible = false;
    do {
      if (in.accept("...")) {
        extensible = true;
      } else {
        items.add(in.take());
        in.expect("(");
        in.take();
        in.expect(")");
      }
    } while (in.accept(","));
    in.expect("}");
    return new Type.EnumeratedType(items, extensible);
  }

  private Size size() {
    if (!in.accept("(", "SIZE", "(")) {
      return Size.ANY;
    }
    Size size = range();
    in.expect(")");
    in.expect(")");
    return size;
  }

  private Size range() {
    int lower = Integer.parseInt(in.take());
    if (!in.accept("..")) {
      return new Size(lower, lower);
    }
    return new Size(lower, in.accept("MAX") ? Size.UNBOUNDED : Integer.parseInt(in.take()));
  }

  private Optional<Supplier<Type>> containing() {
    if (!in.accept("(", "CONTAINING")) {
      return Optional.empty();
    }
    Supplier<Type> content = reference(in.take());
    in.expect(")");
    return Optional.of(content);
  }

  private Type text(Alphabet alphabet) {
    Size size = size();
    if (!in.accept("(", "FROM", "(")) {
      return new Type.TextType(alphabet, size);
    }
    String quoted = in.take();
    in.expect(")");
    in.expect(")");
    return new Type.TextType(alphabet.from(quoted.substring(1, quoted.length() - 1)), size);
  }

  private Supplier<Type> list(String place) {
    Size size = Size.ANY;
    if (in.accept("SIZE", "(")) {
      size = range();
      in.expect(")");
    }
    in.expect("OF");
    return fixed(new Type.ListType(read(place + ".item"), size));
  }

  private Type sequence(String place) {
    Components all = components(place);
    return new Type.SequenceType(place, all.root, all.extensible, all.additions);
  }

  private Type choice(String place) {
    Components all = components(place);
    return new Type.ChoiceType(place, all.root, all.extensible, all.additions);
  }

  private record Components(List<Component> root, boolean extensible, List<Component> additions) {}

  private Components components(String place) {
    List<Component> root = new ArrayList<>();
    List<Component> additions = new ArrayList<>();
    boolean extensible = false;
    in.expect("{");
    while (!in.accept("}")) {
      if (in.accept("...")) {
        extensible = true;
      } else {
        String component = in.take();
        Supplier<Type> type = read(place + "." + component);
        boolean optional = in.accept("OPTIONAL");
        (extensible ? additions : root).add(new Component(component, type, optional));
      }
      if (!in.peek().equals("}")) {
        in.expect(",");
      }
    }
    return new Components(root, extensible, additions);
  }
}
