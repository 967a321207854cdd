package parley.h323.schema;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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

/**
 * Writes a record for every SEQUENCE and a sealed interface for every CHOICE of the schema, so that
 * the stack speaks in named, typed values. The build runs it before it compiles, with the source
 * launcher; it is part of no program.
 */
public final class RecordWriter {
  private static final Set<String> RESERVED =
      Set.of(
          "default",
          "native",
          "null",
          "protected",
          "public",
          "private",
          "new",
          "switch",
          "return",
          "final",
          "notify",
          "wait",
          "clone",
          "finalize",
          "interface",
          "package",
          "static",
          "enum",
          "class",
          "char",
          "byte",
          "short",
          "int",
          "long",
          "float",
          "double",
          "boolean",
          "void",
          "continue",
          "break",
          "case",
          "for",
          "if",
          "else",
          "do",
          "while",
          "this",
          "super");
  private static final BigInteger MOST_INT = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final String PER = "parley.h323.per.";
  private static final String VALUES = PER + "Values.";
  private static final String VALUE = PER + "Value";
  private static final String OCTETS = "parley.core.wire.Octets";

  // Types of one place are one object, and equal anonymous types in two places are two records.
  private final IdentityHashMap<Type, String> javaNames = new IdentityHashMap<>();
  private final StringBuilder out = new StringBuilder();
  private int depth;

  /** {@code RecordWriter SCHEMA-FOLDER SOURCE-FOLDER} */
  public static void main(String[] arguments) throws IOException {
    Path schemas = Path.of(arguments[0]);
    List<String> texts = new ArrayList<>();
    for (String module : Schema.MODULES) {
      texts.add(Files.readString(schemas.resolve(module + ".asn")));
    }
    new RecordWriter().write(new Schema(texts), Path.of(arguments[1]));
  }

  private void write(Schema schema, Path folder) throws IOException {
    for (String module : Schema.MODULES) {
      schema
          .module(module)
          .types()
          .forEach(
              (name, type) -> {
                if (name.equals(composite(type.get()))) {
                  javaNames.put(type.get(), "parley.h323." + module + "." + className(name));
                }
              });
    }
    for (String module : Schema.MODULES) {
      Path place = folder.resolve("parley/h323/" + module);
      Files.createDirectories(place);
      keep(
          place.resolve("package-info.java"),
          "/** Made from "
              + module
              + ".asn by the build. */\n"
              + "@org.jspecify.annotations.NullMarked\npackage parley.h323."
              + module
              + ";\n");
      for (Map.Entry<String, Supplier<Type>> each : schema.module(module).types().entrySet()) {
        Type type = each.getValue().get();
        if (each.getKey().equals(composite(type))) {
          out.setLength(0);
          line("package parley.h323." + module + ";");
          line("");
          top(module, each.getKey(), type);
          keep(place.resolve(className(each.getKey()) + ".java"), out.toString());
        }
      }
    }
  }

  /** Leaves a file alone that says the same already, so that it is not compiled again. */
  private static void keep(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
  }

  private static String composite(Type type) {
    return switch (type) {
      case SequenceType sequence -> sequence.name();
      case ChoiceType choice -> choice.name();
      default -> "";
    };
  }

  private void line(String text) {
    out.append("  ".repeat(text.isEmpty() ? 0 : depth)).append(text).append('\n');
  }

  private void open(String text) {
    line(text + " {");
    depth++;
  }

  private void close() {
    depth--;
    line("}");
  }

  private void top(String module, String name, Type type) {
    line("/** {@code " + name + "}. */");
    String java = className(name);
    String declared =
        "public static final "
            + PER
            + "Type TYPE = parley.h323.schema.Schema.type(\""
            + module
            + "\", \""
            + name
            + "\");";
    String encode =
        " " + OCTETS + " encode() { return " + PER + "PerEncoder.encode(TYPE, toValue()); }";
    switch (type) {
      case SequenceType sequence ->
          sequence(sequence, java, "public record ", "", List.of(declared, "public" + encode), -1);
      case ChoiceType choice ->
          choice(
              choice,
              java,
              "public sealed interface ",
              List.of(declared.replace("public static final ", ""), "default" + encode));
      default -> throw new IllegalStateException(name);
    }
  }

  /**
   * @param alternative index of the alternative of a choice that this sequence is, or -1
   */
  private void sequence(
      SequenceType type,
      String java,
      String kind,
      String supertype,
      List<String> members,
      int alternative) {
    nested(type);
    List<String> header = new ArrayList<>();
    for (int i = 0; i < type.size(); i++) {
      header.add(fieldType(type, i) + " " + fieldName(type.component(i).name()));
    }
    if (type.extensible()) {
      header.add(PER + "Additions additions");
    }
    open(kind + java + "(" + String.join(", ", header) + ")" + supertype);
    members.forEach(this::line);
    boolean part = alternative >= 0;
    open(
        (part ? "" : "public ")
            + "static "
            + java
            + " "
            + (part ? "read" : "of")
            + "("
            + VALUE
            + " value)");
    line(
        type.size() == 0 && !type.extensible()
            ? VALUES + "sequence(value, \"" + type.name() + "\");"
            : PER
                + "Value.SequenceValue in = "
                + VALUES
                + "sequence(value, \""
                + type.name()
                + "\");");
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < type.size(); i++) {
      arguments.add(reading(type, i));
    }
    if (type.extensible()) {
      arguments.add(PER + "Additions.of(in)");
    }
    line("return new " + java + "(" + String.join(", ", arguments) + ");");
    close();
    if (part) {
      line(
          "@Override public "
              + VALUE
              + " toValue() { return new "
              + PER
              + "Value.ChoiceValue("
              + alternative
              + ", parts()); }");
    }
    open((part ? "private " : "public ") + VALUE + " " + (part ? "parts" : "toValue") + "()");
    line("return new " + VALUES + "Components()");
    for (int i = 0; i < type.size(); i++) {
      line("    " + writing(type, i));
    }
    line("    .with(" + (type.extensible() ? "additions" : PER + "Additions.NONE") + ");");
    close();
    builder(type, java);
    nestedTypes(type);
    close();
  }

  private void builder(SequenceType type, String java) {
    line("/** Begins one; what is not set is absent. */");
    line("public static Builder with() { return new Builder(); }");
    line("/** Puts one together. */");
    open("public static final class Builder");
    line("private Builder() {}");
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < type.size(); i++) {
      Component component = type.component(i);
      String field = fieldName(component.name());
      boolean optional = optional(type, i);
      boolean flag = optional && component.type().get() instanceof NullType;
      String one = javaType(component.type().get(), false);
      String boxed = javaType(component.type().get(), true);
      if (flag) {
        line("private boolean " + field + ";");
        line("public Builder " + field + "() { " + field + " = true; return this; }");
        arguments.add(field);
      } else {
        line(
            "private java.util.Optional<"
                + boxed
                + "> "
                + field
                + " = java.util.Optional.empty();");
        line(
            "public Builder "
                + field
                + "("
                + one
                + " it) { "
                + field
                + " = java.util.Optional.of(it); return this; }");
        if (optional) {
          line(
              "public Builder "
                  + field
                  + "(java.util.Optional<"
                  + boxed
                  + "> it) { "
                  + field
                  + " = it; return this; }");
        }
        arguments.add(
            optional
                ? field
                : field
                    + ".orElseThrow(() -> new IllegalStateException(\""
                    + component.name()
                    + " is not set\"))");
      }
    }
    if (type.extensible()) {
      arguments.add("additions");
      line("private " + PER + "Additions additions = " + PER + "Additions.NONE;");
      line("public Builder additions(" + PER + "Additions it) { additions = it; return this; }");
    }
    line(
        "public "
            + java
            + " build() { return new "
            + java
            + "("
            + String.join(", ", arguments)
            + "); }");
    close();
  }

  private void choice(ChoiceType type, String java, String kind, List<String> members) {
    nested(type);
    open(kind + java);
    members.forEach(this::line);
    line(VALUE + " toValue();");
    open("static " + java + " of(" + VALUE + " value)");
    open("return switch (value)");
    if (type.extensible()) {
      line(
          "case "
              + VALUE
              + ".UnknownChoice(int index, "
              + OCTETS
              + " octets) -> new UnrecognizedAlternative(index, octets);");
    }
    open("case " + VALUE + ".ChoiceValue(int index, " + VALUE + " chosen) -> switch (index)");
    for (int i = 0; i < type.size(); i++) {
      Type chosen = type.alternative(i).type().get();
      String name = className(type.alternative(i).name());
      line(
          "case "
              + i
              + " -> "
              + switch (chosen) {
                case NullType any -> "new " + name + "();";
                case SequenceType part when inline(part) -> name + ".read(chosen);";
                default -> "new " + name + "(" + reading(chosen, "chosen") + ");";
              });
    }
    line("default -> throw " + VALUES + "unexpected(value, \"" + type.name() + "\");");
    depth--;
    line("};");
    line("default -> throw " + VALUES + "unexpected(value, \"" + type.name() + "\");");
    depth--;
    line("};");
    close();
    for (int i = 0; i < type.size(); i++) {
      alternative(type, i, java);
    }
    if (type.extensible()) {
      line("/** An alternative of a later version; {@code index} counts through all. */");
      open("record UnrecognizedAlternative(int index, " + OCTETS + " octets) implements " + java);
      line(
          "@Override public "
              + VALUE
              + " toValue() { return new "
              + VALUE
              + ".UnknownChoice(index, octets); }");
      close();
    }
    nestedTypes(type);
    close();
  }

  private void alternative(ChoiceType type, int index, String java) {
    Component alternative = type.alternative(index);
    String name = className(alternative.name());
    line("/** {@code " + alternative.name() + "}. */");
    switch (alternative.type().get()) {
      case SequenceType part when inline(part) ->
          sequence(part, name, "record ", " implements " + java, List.of(), index);
      case NullType any -> {
        open("record " + name + "() implements " + java);
        line(
            "@Override public "
                + VALUE
                + " toValue() { return new "
                + PER
                + "Value.ChoiceValue("
                + index
                + ", "
                + PER
                + "Value.NullValue.NULL); }");
        close();
      }
      case Type chosen -> {
        open("record " + name + "(" + javaType(chosen, false) + " value) implements " + java);
        line(
            "@Override public "
                + VALUE
                + " toValue() { return new "
                + PER
                + "Value.ChoiceValue("
                + index
                + ", "
                + writing(chosen, "value")
                + "); }");
        close();
      }
    }
  }

  /** Gives the anonymous types of a type their Java names. */
  private void nested(Type type) {
    inner(type).forEach(javaNames::put);
  }

  private void nestedTypes(Type outer) {
    inner(outer)
        .forEach(
            (type, name) -> {
              switch (type) {
                case SequenceType sequence ->
                    sequence(sequence, name, "public record ", "", List.of(), -1);
                case ChoiceType choice ->
                    choice(choice, name, "public sealed interface ", List.of());
                default -> throw new IllegalStateException(name);
              }
            });
  }

  private Map<Type, String> inner(Type outer) {
    List<Component> components = new ArrayList<>();
    boolean choice = outer instanceof ChoiceType;
    switch (outer) {
      case SequenceType sequence -> {
        components.addAll(sequence.root());
        components.addAll(sequence.additions());
      }
      case ChoiceType of -> {
        components.addAll(of.root());
        components.addAll(of.additions());
      }
      default -> throw new IllegalStateException();
    }
    Map<Type, String> found = new java.util.LinkedHashMap<>();
    for (Component component : components) {
      Type type = component.type().get();
      String name = className(component.name());
      while (type instanceof ListType list) {
        type = list.element().get();
        name += "Item";
      }
      if (inline(type)) {
        if (!(choice
            && type instanceof SequenceType
            && !(component.type().get() instanceof ListType))) {
          found.put(type, choice && type instanceof ChoiceType ? name + "Choice" : name);
        }
      }
    }
    return found;
  }

  private static boolean inline(Type type) {
    return composite(type).contains(".");
  }

  private static boolean optional(SequenceType type, int index) {
    return type.component(index).optional() || index >= type.root().size();
  }

  private String fieldType(SequenceType type, int index) {
    Type component = type.component(index).type().get();
    if (!optional(type, index)) {
      return javaType(component, false);
    }
    return component instanceof NullType
        ? "boolean"
        : "java.util.Optional<" + javaType(component, true) + ">";
  }

  private String reading(SequenceType type, int index) {
    Component component = type.component(index);
    Type of = component.type().get();
    if (!optional(type, index)) {
      return reading(of, VALUES + "required(in, " + index + ", \"" + component.name() + "\")");
    }
    return of instanceof NullType
        ? "in.component(" + index + ").isPresent()"
        : "in.component(" + index + ").map(it -> " + reading(of, "it") + ")";
  }

  private String writing(SequenceType type, int index) {
    Component component = type.component(index);
    Type of = component.type().get();
    String field = fieldName(component.name());
    if (!optional(type, index)) {
      return ".put(" + index + ", " + writing(of, field) + ")";
    }
    return of instanceof NullType
        ? ".flag(" + index + ", " + field + ")"
        : ".put(" + index + ", " + field + ", it -> " + writing(of, "it") + ")";
  }

  private String javaType(Type type, boolean boxed) {
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
      case ListType list -> "java.util.List<" + javaType(list.element().get(), true) + ">";
      case SequenceType any -> javaName(type);
      case ChoiceType any -> javaName(type);
    };
  }

  private String javaName(Type type) {
    String name = javaNames.get(type);
    if (name == null) {
      throw new IllegalStateException(type + " has no Java name");
    }
    return name;
  }

  private static int width(IntegerType type) {
    if (type.lower().isEmpty() || type.upper().isEmpty()) {
      return 0;
    }
    return type.upper().get().compareTo(MOST_INT) <= 0 ? 32 : 64;
  }

  private String reading(Type type, String value) {
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
      case SequenceType any -> javaName(type) + ".of(" + value + ")";
      case ChoiceType any -> javaName(type) + ".of(" + value + ")";
    };
  }

  private String writing(Type type, String value) {
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

  private static String className(String name) {
    StringBuilder java = new StringBuilder();
    for (String part : name.split("-")) {
      java.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
    }
    return java.toString();
  }

  private static String fieldName(String name) {
    String java = className(name);
    String field = name.substring(0, 1).toLowerCase(Locale.ROOT) + java.substring(1);
    return RESERVED.contains(field) ? field + "_" : field;
  }
}
