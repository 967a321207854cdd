package parley.h323.schema;

import java.util.ArrayList;
import java.util.List;
import parley.h323.per.Type;
import parley.h323.per.Type.ChoiceType;
import parley.h323.per.Type.Component;
import parley.h323.per.Type.NullType;
import parley.h323.per.Type.SequenceType;

/** The source text of one record or sealed interface, with what stands inside it. */
final class RecordSource {
  private static final String PER = "parley.h323.per.";
  private static final String VALUES = PER + "Values.";
  private static final String VALUE = PER + "Value";
  private static final String OCTETS = "parley.core.wire.Octets";

  private final JavaNames names;
  private final JavaForms forms;
  private final StringBuilder out = new StringBuilder();
  private int depth;

  RecordSource(JavaNames names) {
    this.names = names;
    this.forms = new JavaForms(names);
  }

  /** The file of the type that is called {@code name} in {@code module}. */
  String of(String module, String name, Type type) {
    line("package parley.h323." + module + ";");
    line("");
    top(module, name, type);
    return out.toString();
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
    String java = JavaNames.type(name);
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
      header.add(forms.component(type, i) + " " + JavaNames.field(type.component(i).name()));
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
      arguments.add(forms.reading(type, i));
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
      line("    " + forms.writing(type, i));
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
      String field = JavaNames.field(component.name());
      boolean optional = JavaForms.optional(type, i);
      boolean flag = optional && component.type().get() instanceof NullType;
      String one = forms.type(component.type().get(), false);
      String boxed = forms.type(component.type().get(), true);
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
      String name = JavaNames.type(type.alternative(i).name());
      line(
          "case "
              + i
              + " -> "
              + switch (chosen) {
                case NullType any -> "new " + name + "();";
                case SequenceType part when JavaNames.inline(part) -> name + ".read(chosen);";
                default -> "new " + name + "(" + forms.reading(chosen, "chosen") + ");";
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
    String name = JavaNames.type(alternative.name());
    line("/** {@code " + alternative.name() + "}. */");
    switch (alternative.type().get()) {
      case SequenceType part when JavaNames.inline(part) ->
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
        open("record " + name + "(" + forms.type(chosen, false) + " value) implements " + java);
        line(
            "@Override public "
                + VALUE
                + " toValue() { return new "
                + PER
                + "Value.ChoiceValue("
                + index
                + ", "
                + forms.writing(chosen, "value")
                + "); }");
        close();
      }
    }
  }

  /** Gives the anonymous types of a type their Java names. */
  private void nested(Type type) {
    JavaNames.inner(type).forEach(names::give);
  }

  private void nestedTypes(Type outer) {
    JavaNames.inner(outer)
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
}
