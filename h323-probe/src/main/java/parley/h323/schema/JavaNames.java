package parley.h323.schema;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import parley.h323.per.Type;
import parley.h323.per.Type.ChoiceType;
import parley.h323.per.Type.Component;
import parley.h323.per.Type.ListType;
import parley.h323.per.Type.SequenceType;

/**
 * What the types of the schema are called in Java. An anonymous type is called after its component,
 * within the type it stands in.
 */
final class JavaNames {
  /** A record may have no component with these names (JLS 8.10.1), beside Java's own words. */
  private static final Set<String> RESERVED =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  // Types of one place are one object, and equal anonymous types in two places are two records.
  private final IdentityHashMap<Type, String> names = new IdentityHashMap<>();

  /** From now on {@code type} is called {@code name}. */
  void give(Type type, String name) {
    names.put(type, name);
  }

  String of(Type type) {
    String name = names.get(type);
    if (name == null) {
      throw new IllegalStateException(type + " has no Java name");
    }
    return name;
  }

  /** The name of a type that becomes one in Java; empty for others. */
  static String composite(Type type) {
    return switch (type) {
      case SequenceType sequence -> sequence.name();
      case ChoiceType choice -> choice.name();
      default -> "";
    };
  }

  /** True for a type that has no name of its own in the schema. */
  static boolean inline(Type type) {
    return composite(type).contains(".");
  }

  /** The anonymous types directly in {@code outer}, with their names. */
  static Map<Type, String> inner(Type outer) {
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
    Map<Type, String> found = new LinkedHashMap<>();
    for (Component component : components) {
      Type type = component.type().get();
      String name = type(component.name());
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

  /** A name of the schema as the name of a type. */
  static String type(String name) {
    StringBuilder java = new StringBuilder();
    for (String part : name.split("-")) {
      java.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
    }
    return java.toString();
  }

  /** A name of the schema as the name of a component. */
  static String field(String name) {
    String java = type(name);
    String field = name.substring(0, 1).toLowerCase(Locale.ROOT) + java.substring(1);
    return SourceVersion.isKeyword(field) || RESERVED.contains(field) ? field + "_" : field;
  }
}
