package parley.h323.per;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.h323.schema.Schema;

/** All types that the schema names. */
final class EveryType {
  static final List<String> MODULES = List.of("h225", "h245", "h235", "h450", "h460");

  private EveryType() {}

  record Named(String module, String name, Type type) {
    /** The record made of it: a value through it and back; empty where it is no record. */
    Optional<Value> throughRecord(Value value) {
      boolean composite =
          switch (type) {
            case Type.SequenceType sequence -> sequence.name().equals(name);
            case Type.ChoiceType choice -> choice.name().equals(name);
            default -> false;
          };
      if (!composite) {
        return Optional.empty();
      }
      try {
        Class<?> record = Class.forName("parley.h323." + module + "." + className());
        Object typed = record.getMethod("of", Value.class).invoke(null, value);
        return Optional.of((Value) record.getMethod("toValue").invoke(typed));
      } catch (InvocationTargetException e) {
        throw new AssertionError(name, e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(name, e);
      }
    }

    /** Hyphens go, and what follows one begins with a capital. */
    private String className() {
      StringBuilder java = new StringBuilder();
      for (String word : name.split("-", -1)) {
        java.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
      return java.toString();
    }
  }

  static List<Named> all() {
    List<Named> all = new ArrayList<>();
    for (String module : MODULES) {
      for (String name : Schema.names(module)) {
        all.add(new Named(module, name, Schema.type(module, name)));
      }
    }
    return all;
  }
}
